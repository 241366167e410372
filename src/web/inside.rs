//! Whether the page stands inside another app's browser, where some facilities only seem to be there.

/// What the browsers inside apps say of themselves: WeChat, QQ, Alipay, DingTalk, and any Android WebView.
const APPS: [&str; 5] = ["MicroMessenger", "QQ/", "AlipayClient", "DingTalk", "; wv)"];

/// Whether an app shows the page: it opens no file that the page makes, and prints nothing.
#[must_use]
pub fn is_inside_app() -> bool {
    let name = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    name.is_some_and(|name| is_app(&name))
}

fn is_app(name: &str) -> bool {
    APPS.iter().any(|app| name.contains(app))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apps_are_told_from_browsers() {
        for app in [
            "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.40",
            "Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 12) Mobile Safari/537.36 V1_AND_SQ_8.9.8 QQ/8.9.8.9000",
        ] {
            assert!(is_app(app), "{app}");
        }
        for browser in [
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36",
            "Mozilla/5.0 (Linux; U; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) MQQBrowser/13.7 Mobile Safari/537.36",
        ] {
            assert!(!is_app(browser), "{browser}");
        }
    }
}

//! Whether the page is inside another app's browser, where some facilities exist without working.

/// What the browsers inside apps say of themselves: WeChat, QQ, Alipay, DingTalk, Baidu, Weibo, Douyin, Toutiao, Kuaishou,
/// Xiaohongshu, Lark and Feishu, and any Android WebView. Some run an engine of their own, which names no WebView.
const APPS: [&str; 14] = [
    "MicroMessenger",
    "QQ/",
    "AlipayClient",
    "DingTalk",
    "baiduboxapp",
    "Weibo",
    "aweme",
    "NewsArticle",
    "Kwai",
    "discover/",
    "XiaoHongShu",
    "Lark/",
    "Feishu/",
    "; wv)",
];

/// Apple's devices: Safari, and browsers that say they are like it, name it; a web view inside an app does not.
const APPLE: [&str; 4] = ["iPhone", "iPad", "iPod", "Macintosh"];

/// Whether an app shows the page: it opens no file that the page makes, and prints nothing.
#[must_use]
pub fn is_inside_app() -> bool {
    let name = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    name.is_some_and(|name| is_app(&name))
}

fn is_app(name: &str) -> bool {
    let is_any = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_apple_view = name.contains("AppleWebKit/") && !name.contains("Safari/") && is_any(&APPLE);
    // HarmonyOS has one engine for browsers, which name themselves, and for the web views of apps, which need not.
    let is_harmony_view = name.contains("ArkWeb/") && !name.contains("Browser/");
    is_any(&APPS) || is_apple_view || is_harmony_view
}

#[cfg(test)]
mod tests {
    use super::*;

    const IPHONE: &str =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
    const ANDROID: &str = "Mozilla/5.0 (Linux; Android 10; STK-AL00 Build/HUAWEISTK-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0";

    #[test]
    fn a_browser_inside_an_app_is_known_by_its_name_its_engine_or_what_it_leaves_out() {
        for (app, begins, ends) in [
            ("WeChat on iOS", IPHONE, "Mobile/15E148 MicroMessenger/8.0.40"),
            (
                "WeChat on Android",
                ANDROID,
                "Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202 MicroMessenger/8.0.47",
            ),
            ("QQ", ANDROID, "Mobile Safari/537.36 V1_AND_SQ_8.9.8 QQ/8.9.8.9000"),
            (
                "Alipay",
                ANDROID,
                "Chrome/100.0.4896.58 Mobile Safari/537.36 UCBS/3.22 NebulaSDK/1.8 AlipayClient/10.3.20",
            ),
            ("DingTalk", ANDROID, "Chrome/98.0 Mobile Safari/537.36 AliApp(DingTalk/7.0.30) com.alibaba.android.rimet"),
            (
                "Baidu on Android",
                ANDROID,
                "Chrome/76.0.3809.89 Mobile Safari/537.36 T7/11.20 SP-engine/2.16.0 baiduboxapp/11.20.0.14 (Baidu; P1 9) NABar/1.0",
            ),
            (
                "Baidu on iOS",
                IPHONE,
                "Mobile/15E148 SP-engine/2.94.0 main%2F1.0 baiduboxapp/13.62.0.10 (Baidu; P2 17.5)",
            ),
            (
                "Weibo on Android",
                ANDROID,
                "Chrome/97.0 Mobile Safari/537.36 Weibo (HUAWEI-LIO-AN00__weibo__11.1.3__android__android10)",
            ),
            ("Weibo on iOS", IPHONE, "Mobile/15E148 Weibo (iPhone13,2__weibo__11.8.2__iphone__os14.6)"),
            (
                "Douyin on Android",
                ANDROID,
                "Chrome/62.0.3202.84 Mobile Safari/537.36 aweme_710 JsSdk/1.0 NetType/WIFI app_version/7.1.0",
            ),
            (
                "Douyin on iOS",
                IPHONE,
                "Mobile/15E148 aweme_29.3.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/zh",
            ),
            (
                "Xiaohongshu on Android",
                ANDROID,
                "Chrome/116.0 Mobile Safari/537.36 Resolution/1260*2800 Version/8.69.5 discover/8.69.5 NetType/WiFi",
            ),
            ("Xiaohongshu on iOS", IPHONE, "Mobile/15E148 xhsdiscover/8.40 NetType/WiFi"),
            (
                "Lark",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1_1) AppleWebKit/537.36 (KHTML, like Gecko)",
                "Chrome/121.0.6167.86 Safari/537.36 Lark/7.27.8 LarkLocale/zh_CN ttnet SDK-Version/7.27.8",
            ),
            ("any web view on iOS", IPHONE, "Mobile/15E148"),
            (
                "any web view on Android",
                "Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0",
                "Chrome/107.0 Mobile Safari/537.36",
            ),
            (
                "any web view on HarmonyOS",
                "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko)",
                "Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile",
            ),
        ] {
            assert!(is_app(&[begins, " ", ends].concat()), "{app}");
        }
    }

    #[test]
    fn a_browser_is_no_app() {
        for (browser, begins, ends) in [
            ("Safari on iOS", IPHONE, "Version/17.5 Mobile/15E148 Safari/604.1"),
            ("Chrome on iOS", IPHONE, "CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1"),
            (
                "Safari on macOS",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
                "Version/17.5 Safari/605.1.15",
            ),
            (
                "Firefox on macOS",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:141.0)",
                "Gecko/20100101 Firefox/141.0",
            ),
            (
                "Chrome on Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)",
                "Chrome/120.0 Safari/537.36",
            ),
            (
                "QQ 浏览器",
                "Mozilla/5.0 (Linux; U; Android 12) AppleWebKit/537.36 (KHTML, like Gecko)",
                "MQQBrowser/13.7 Mobile Safari/537.36",
            ),
            ("Xiaomi's browser", ANDROID, "Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/17.8.220115"),
            (
                "Huawei's browser on HarmonyOS",
                "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko)",
                "Chrome/114.0.0.0 Safari/537.36 ArkWeb/5.0.0.31 Mobile HuaweiBrowser/5.0.0.310",
            ),
        ] {
            assert!(!is_app(&[begins, " ", ends].concat()), "{browser}");
        }
    }
}

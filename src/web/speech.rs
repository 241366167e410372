//! Reading aloud, by a voice on the device alone: what is read is sent to nobody.

use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// The language of the document.
const LANGUAGE: &str = "zh-CN";
/// The voices changed.
const CHANGED: &str = "voiceschanged";

/// By reflection first: where there is no speech, web-sys would throw.
fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let is_there = |name: &str| Reflect::get(&window, &name.into()).is_ok_and(|value| !value.is_falsy());
    if is_there("speechSynthesis") && is_there("SpeechSynthesisUtterance") {
        window.speech_synthesis().ok()
    } else {
        None
    }
}

/// A voice of the device that speaks 普通话.
fn voice() -> Option<SpeechSynthesisVoice> {
    let mut voices = synthesis()?.get_voices().into_iter().map(SpeechSynthesisVoice::unchecked_from_js);
    voices.find(|voice| voice.local_service() && is_mandarin(&voice.lang()))
}

/// Whether a voice's language is 普通话 as spoken in the mainland; 粤语 and Taiwan's are others.
fn is_mandarin(language: &str) -> bool {
    let language = language.to_lowercase().replace('_', "-");
    let is = |name: &str| language.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let is_other = ["tw", "hk", "mo", "hant"].iter().any(|place| language.split('-').any(|part| part == *place));
    (language == "zh" || is("zh-cn") || is("zh-hans") || is("cmn")) && !is_other
}

/// Whether something can be read aloud now.
#[must_use]
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub fn can_speak() -> bool {
    voice().is_some()
}

/// Listens while it lives.
pub struct Voices {
    closure: Closure<dyn Fn()>,
}

impl Voices {
    /// Calls back whenever the voices change: most browsers load them only on the first request.
    #[must_use]
    pub fn listen(call: impl Fn() + 'static) -> Option<Self> {
        let closure = Closure::<dyn Fn()>::new(call);
        let synthesis = synthesis()?;
        synthesis.add_event_listener_with_callback(CHANGED, closure.as_ref().unchecked_ref()).ok()?;
        Some(Self { closure })
    }
}

impl Drop for Voices {
    fn drop(&mut self) {
        if let Some(synthesis) = synthesis() {
            // Nothing can be done about a listener that the browser has lost already.
            let _ = synthesis.remove_event_listener_with_callback(CHANGED, self.closure.as_ref().unchecked_ref());
        }
    }
}

/// A reading; it ends when it is dropped.
pub struct Reading {
    /// Held: a browser forgets utterances without references, and never fires their end.
    utterances: Vec<SpeechSynthesisUtterance>,
    _ended: Closure<dyn Fn()>,
}

impl Reading {
    /// Reads sentences, one per line, and calls back once the last is read or the browser gave up.
    #[must_use]
    pub fn begin(text: &str, call: impl Fn() + 'static) -> Option<Self> {
        let (synthesis, voice) = (synthesis()?, voice()?);
        // What another page began, or a browser left behind, would come first.
        synthesis.cancel();
        let ended = Closure::<dyn Fn()>::new(call);
        let mut utterances = Vec::new();
        for sentence in text.lines() {
            let utterance = SpeechSynthesisUtterance::new_with_text(sentence).ok()?;
            utterance.set_lang(LANGUAGE);
            utterance.set_voice(Some(&voice));
            utterance.set_onerror(Some(ended.as_ref().unchecked_ref()));
            utterances.push(utterance);
        }
        utterances.last()?.set_onend(Some(ended.as_ref().unchecked_ref()));
        utterances.iter().for_each(|utterance| synthesis.speak(utterance));
        Some(Self { utterances, _ended: ended })
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        for utterance in &self.utterances {
            utterance.set_onend(None);
            utterance.set_onerror(None);
        }
        if let Some(synthesis) = synthesis() {
            synthesis.cancel();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_speaks_mandarin_by_any_of_its_names() {
        for language in ["zh-CN", "zh_CN", "zh-Hans-CN", "cmn-Hans-CN", "cmn", "zh", "zh-CN-#Hans"] {
            assert!(is_mandarin(language), "{language}");
        }
        for language in ["zh-TW", "zh-HK", "yue-HK", "yue", "zh_TW", "cmn-Hant-TW", "en-US", "ja-JP", ""] {
            assert!(!is_mandarin(language), "{language}");
        }
    }
}

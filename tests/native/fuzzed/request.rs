//! Any bytes as a JSON request.

use wengang::api::fold::fold;
use wengang::api::request::{self, ErrorCode, PolicyError, Value};

/// The same request has the same answer, an error says where and what, and a link brings the same answer back.
pub fn check(data: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(data) else { return };
    let read = request::read(&value, fold);
    assert_eq!(read, request::read(&value, fold));
    let answer = answer(&value);
    assert_eq!(answer, self::answer(&value));
    if let Err(error) = read {
        assert!(!error.message.is_empty());
        assert_eq!(answer.as_ref(), Err(&error));
        assert_eq!(request::encode_link(&value, true, fold), Err(error));
        return;
    }
    // A case that can be read and not judged has days or numbers that nobody has.
    assert!(answer.as_ref().err().is_none_or(|error| error.code == ErrorCode::OutOfRange && error.field == "facts"));
    let link = request::encode_link(&value, true, fold).unwrap();
    // A longer one is no link of ours: two hundred rows with names of thousands of characters.
    let Ok(decoded) = request::decode_link(&link, fold) else {
        assert!(link.len() > 32_000, "{link}");
        return;
    };
    assert!(decoded.lost.is_empty());
    assert_eq!(self::answer(&decoded.request), answer, "{link}");
    assert_eq!(request::encode_link(&decoded.request, true, fold), Ok(link));
}

fn answer(value: &Value) -> Result<String, PolicyError> {
    request::judge(value, fold).map(|answer| serde_json::to_string(&answer).unwrap())
}

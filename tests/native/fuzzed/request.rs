//! Any bytes as a JSON request.

use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang::api::{Request, assess};

/// The same request has the same answer, an error says where and what, and a link brings the same answer back.
pub fn check(data: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(data) else { return };
    let read = request::read(&value, fold);
    assert_eq!(read, request::read(&value, fold));
    let read = match read {
        Ok(read) => read,
        Err(error) => {
            assert!(!error.message.is_empty());
            assert_eq!(request::encode_link(&value, true, fold), Err(error));
            return;
        }
    };
    let answer = answer(&read);
    assert_eq!(answer, self::answer(&read));
    let link = request::encode_link(&value, true, fold).unwrap();
    // A longer one is no link of ours: two hundred rows with names of thousands of signs.
    let Ok(decoded) = request::decode_link(&link, fold) else {
        assert!(link.len() > 32_000, "{link}");
        return;
    };
    assert!(decoded.lost.is_empty());
    assert_eq!(self::answer(&request::read(&decoded.request, fold).unwrap()), answer, "{link}");
    assert_eq!(request::encode_link(&decoded.request, true, fold), Ok(link));
}

fn answer(request: &Request) -> String {
    serde_json::to_string(&assess(request)).unwrap()
}

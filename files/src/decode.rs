//! Text of files in the encodings that offices have: UTF-8 with or without its mark, UTF-16, and GB 18030 (GBK).

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use encoding_rs::{CoderResult, Decoder, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are read at a time.
const BLOCK: usize = 1 << 16;

/// How a text is written as bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with the mark that spreadsheets know it by.
    Utf8Marked,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// GB 18030, of which GBK and GB 2312 are parts.
    Gb18030,
}

impl Encoding {
    /// Which it is by the first bytes of a file; `None`: only ASCII so far.
    fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(&[0xef, 0xbb, 0xbf]) {
            return Some(Self::Utf8Marked);
        }
        if bytes.starts_with(&[0xff, 0xfe]) {
            return Some(Self::Utf16Le);
        }
        if bytes.starts_with(&[0xfe, 0xff]) {
            return Some(Self::Utf16Be);
        }
        if bytes.is_ascii() {
            return None;
        }
        // The last character may go on in the next block.
        match std::str::from_utf8(bytes) {
            Ok(_) => Some(Self::Utf8),
            Err(error) if error.error_len().is_none() => Some(Self::Utf8),
            Err(_) => Some(Self::Gb18030),
        }
    }

    /// For people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Marked => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Gb18030 => "GBK（GB 18030）",
        }
    }

    fn decoder(self) -> Decoder {
        match self {
            Self::Utf8 => UTF_8.new_decoder_without_bom_handling(),
            Self::Utf8Marked => UTF_8.new_decoder_with_bom_removal(),
            Self::Utf16Le => UTF_16LE.new_decoder_with_bom_removal(),
            Self::Utf16Be => UTF_16BE.new_decoder_with_bom_removal(),
            Self::Gb18030 => GB18030.new_decoder_without_bom_handling(),
        }
    }

    /// The mark at the beginning of a file.
    #[must_use]
    pub const fn mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 | Self::Gb18030 => &[],
            Self::Utf8Marked => &[0xef, 0xbb, 0xbf],
            Self::Utf16Le => &[0xff, 0xfe],
            Self::Utf16Be => &[0xfe, 0xff],
        }
    }

    /// The bytes of a part of a text, without the mark.
    #[must_use]
    pub fn encode(self, text: Vec<u8>) -> Vec<u8> {
        let utf16 = |bytes: fn(u16) -> [u8; 2]| {
            String::from_utf8_lossy(&text).encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
        };
        match self {
            Self::Utf8 | Self::Utf8Marked => text,
            Self::Utf16Le => utf16(u16::to_le_bytes),
            Self::Utf16Be => utf16(u16::to_be_bytes),
            Self::Gb18030 => GB18030.encode(&String::from_utf8_lossy(&text)).0.into_owned(),
        }
    }
}

/// What was observed of a file while it was read.
#[derive(Debug, Default)]
pub struct Observed {
    encoding: AtomicU64,
    /// How many times bytes were no text.
    damaged: AtomicU64,
}

impl Observed {
    /// The encoding, if it is known yet.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        match self.encoding.load(Ordering::Relaxed) {
            1 => Encoding::Utf8Marked,
            2 => Encoding::Utf16Le,
            3 => Encoding::Utf16Be,
            4 => Encoding::Gb18030,
            _ => Encoding::Utf8,
        }
    }

    /// How many invalid byte sequences there were; each is � in the result.
    #[must_use]
    pub fn damaged(&self) -> u64 {
        self.damaged.load(Ordering::Relaxed)
    }

    fn set(&self, encoding: Encoding) {
        let number = match encoding {
            Encoding::Utf8 => 0,
            Encoding::Utf8Marked => 1,
            Encoding::Utf16Le => 2,
            Encoding::Utf16Be => 3,
            Encoding::Gb18030 => 4,
        };
        self.encoding.store(number, Ordering::Relaxed);
    }
}

/// A file as UTF-8, whatever its encoding.
pub struct Decoded<R> {
    inner: R,
    observed: Arc<Observed>,
    /// `None` while everything is ASCII.
    decoder: Option<Decoder>,
    decoded: Vec<u8>,
    taken: usize,
    is_first: bool,
    is_done: bool,
}

impl<R: Read> Decoded<R> {
    /// Reads from a file.
    pub fn new(inner: R, observed: Arc<Observed>) -> Self {
        Self { inner, observed, decoder: None, decoded: Vec::new(), taken: 0, is_first: true, is_done: false }
    }

    /// Reads the next block.
    fn fill(&mut self) -> io::Result<()> {
        let mut block = Vec::with_capacity(BLOCK);
        // A pipe delivers little at a time: the encoding is detected from a whole block.
        (&mut self.inner).take(BLOCK as u64).read_to_end(&mut block)?;
        self.is_done = block.is_empty();
        self.decoded.clear();
        self.taken = 0;
        if self.decoder.is_none() {
            let found = if self.is_first { Encoding::of(&block) } else { Encoding::of(&block).map(unmarked) };
            if let Some(encoding) = found {
                self.observed.set(encoding);
                self.decoder = Some(encoding.decoder());
            }
        }
        self.is_first = false;
        match &mut self.decoder {
            None => self.decoded = block,
            Some(decoder) => decode(decoder, &block, self.is_done, &mut self.decoded, &self.observed),
        }
        Ok(())
    }
}

// A byte order mark is only valid at the beginning.
const fn unmarked(encoding: Encoding) -> Encoding {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Marked => Encoding::Utf8,
        Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Gb18030 => Encoding::Gb18030,
    }
}

fn decode(decoder: &mut Decoder, mut block: &[u8], is_last: bool, into: &mut Vec<u8>, observed: &Observed) {
    let mut text = String::with_capacity(block.len().saturating_mul(3).saturating_add(16));
    loop {
        let (result, read, had_errors) = decoder.decode_to_string(block, &mut text, is_last);
        if had_errors {
            observed.damaged.fetch_add(1, Ordering::Relaxed);
        }
        block = block.get(read..).unwrap_or_default();
        match result {
            CoderResult::InputEmpty => break,
            CoderResult::OutputFull => text.reserve(BLOCK),
        }
    }
    *into = text.into_bytes();
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.decoded.len() && !self.is_done {
            self.fill()?;
        }
        let left = self.decoded.get(self.taken..).unwrap_or_default();
        let count = left.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), left.get(..count)) {
            to.copy_from_slice(from);
        }
        self.taken = self.taken.saturating_add(count);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Encoding, u64) {
        let observed = Arc::new(Observed::default());
        let mut text = String::new();
        Decoded::new(bytes, Arc::clone(&observed)).read_to_string(&mut text).unwrap();
        (text, observed.encoding(), observed.damaged())
    }

    #[test]
    fn every_encoding_is_detected_read_and_written_back() {
        let text = "单位名称,月均人数\r\n石家庄市某某公司,30.5\r\n";
        for encoding in [Encoding::Utf8, Encoding::Utf8Marked, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030]
        {
            let bytes = [encoding.mark(), &encoding.encode(text.as_bytes().to_vec())].concat();
            assert_eq!(decoded(&bytes), (text.to_owned(), encoding, 0), "{encoding:?}");
        }
        assert_eq!(decoded(b"a,b\n1,2\n"), ("a,b\n1,2\n".to_owned(), Encoding::Utf8, 0));
        assert_eq!(decoded(b""), (String::new(), Encoding::Utf8, 0));
    }

    #[test]
    fn an_encoding_that_shows_late_is_detected_late() {
        let begin = "averageInsured,premiumPaid\n".to_owned() + &"12,345.67\n".repeat(20_000);
        for encoding in [Encoding::Utf8, Encoding::Gb18030] {
            let late = encoding.encode("石家庄,1\n".as_bytes().to_vec());
            let (text, found, damaged) = decoded(&[begin.as_bytes(), &late].concat());
            assert_eq!((text, found, damaged), (begin.clone() + "石家庄,1\n", encoding, 0));
        }
    }

    #[test]
    fn a_character_over_two_blocks_is_whole_and_damage_is_counted() {
        for shift in 0..3 {
            let text = "x".repeat(BLOCK - 1 - shift) + "石家庄";
            assert_eq!(decoded(text.as_bytes()).0, text);
        }
        let (text, encoding, damaged) = decoded(&[&[0xef, 0xbb, 0xbf], "石".as_bytes(), &[0xff], b"x"].concat());
        assert_eq!((text.as_str(), encoding, damaged), ("石\u{fffd}x", Encoding::Utf8Marked, 1));
    }
}

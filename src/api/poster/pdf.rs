//! A page of A4 with one picture on it, as PDF 1.4 (ISO 32000-1). Five objects and a table of their offsets: a library
//! for it (`pdf-writer`) would add 30 KB brotli, half of the lazy chunk.

/// A4 in points, 72 per inch.
const PAGE: &str = "595.28 841.89";

/// The page, filled by a JPEG of three colours of the given size in pixels.
#[must_use]
pub fn page(jpeg: &[u8], width: i32, height: i32) -> Vec<u8> {
    let place = PAGE.replace(' ', " 0 0 ");
    let draw = ["q ", &place, " 0 0 cm /I Do Q"].concat();
    let (width, height) = (width.to_string(), height.to_string());
    let mut file = File { bytes: b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec(), begins: Vec::new() };
    file.object(&["<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)>>"]);
    file.object(&["<</Type/Pages/Kids[3 0 R]/Count 1>>"]);
    let resources = "/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>";
    file.object(&["<</Type/Page/Parent 2 0 R/MediaBox[0 0 ", PAGE, "]", resources]);
    file.stream(&["<<"], draw.as_bytes());
    let image = "<</Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode";
    file.stream(&[image, "/Width ", &width, "/Height ", &height], jpeg);
    file.done()
}

struct File {
    bytes: Vec<u8>,
    /// Where each object begins.
    begins: Vec<usize>,
}

impl File {
    fn write(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.bytes.extend_from_slice(part.as_bytes()));
    }

    fn object(&mut self, parts: &[&str]) {
        self.begins.push(self.bytes.len());
        let number = self.begins.len().to_string();
        self.write(&[&number, " 0 obj\n"]);
        self.write(parts);
        self.write(&["\nendobj\n"]);
    }

    /// An object with a dictionary whose end is not yet written, and bytes.
    fn stream(&mut self, dictionary: &[&str], bytes: &[u8]) {
        self.begins.push(self.bytes.len());
        let (number, length) = (self.begins.len().to_string(), bytes.len().to_string());
        self.write(&[&number, " 0 obj\n"]);
        self.write(dictionary);
        self.write(&["/Length ", &length, ">>\nstream\n"]);
        self.bytes.extend_from_slice(bytes);
        self.write(&["\nendstream\nendobj\n"]);
    }

    /// Ends the file with the table: ten digits per object, twenty bytes per line.
    fn done(mut self) -> Vec<u8> {
        let (table, size) = (self.bytes.len().to_string(), (self.begins.len() + 1).to_string());
        self.write(&["xref\n0 ", &size, "\n0000000000 65535 f \n"]);
        for begin in std::mem::take(&mut self.begins) {
            let digits = begin.to_string();
            self.write(&[&"0".repeat(10_usize.saturating_sub(digits.len())), &digits, " 00000 n \n"]);
        }
        self.write(&["trailer\n<</Size ", &size, "/Root 1 0 R>>\nstartxref\n", &table, "\n%%EOF\n"]);
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_offset_of_each_object() {
        let jpeg = [0xff, 0xd8, 0xff, b'x', 0xff, 0xd9];
        let file = page(&jpeg, 2481, 3508);
        // One character per byte.
        let text: String = file.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' }).collect();
        let table: usize = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
        let lines: Vec<&str> = text[table..].lines().collect();
        assert_eq!(lines[..3], ["xref", "0 6", "0000000000 65535 f "]);
        for number in 1..6 {
            let begin: usize = lines[2 + number][..10].parse().unwrap();
            assert!(text[begin..].starts_with(&format!("{number} 0 obj\n")), "{number}");
        }
        assert!(text.contains("/MediaBox[0 0 595.28 841.89]"));
        assert!(text.contains("/Width 2481/Height 3508/Length 6>>\nstream\n"));
        assert!(text.contains("q 595.28 0 0 841.89 0 0 cm /I Do Q"));
        assert!(file.windows(jpeg.len()).any(|window| window == jpeg));
    }
}

//! The elements of `index.html` that are marked `data-trunk`.

use anyhow::{Context, Result, ensure};

/// An element: its tag, and its attributes in their order.
pub struct Element<'a> {
    /// `link` or `script`.
    pub tag: &'a str,
    /// Names and values; a name without a value has an empty one.
    pub attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Element<'a> {
    /// Reads what is between `<` and `>`.
    fn parse(text: &'a str) -> Result<Self> {
        let strange = || format!("index.html 里的 <{text}> 看不懂");
        let (tag, rest) = text.split_once(' ').with_context(strange)?;
        let (mut attributes, mut rest) = (Vec::new(), rest.trim_start());
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').with_context(strange)?,
                None => ("", after),
            };
            ensure!(!name.is_empty(), strange());
            attributes.push((name, value));
            rest = after.trim_start();
        }
        Ok(Self { tag, attributes })
    }

    /// Returns the value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// Puts what `replacement` returns in the place of each marked element.
///
/// # Errors
/// Where an element cannot be read, or `replacement` fails.
pub fn replace(html: &str, mut replacement: impl FnMut(&Element) -> Result<String>) -> Result<String> {
    let mut written = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(mark) = rest.find(" data-trunk") {
        let (before_mark, _) = rest.split_at(mark);
        let start = before_mark.rfind('<').context("index.html 里的 data-trunk 不在标签里")?;
        let (before, from) = rest.split_at(start);
        let (tag, after) = from.split_once('>').context("index.html 里有一个标签没有结束")?;
        written.push_str(before);
        written.push_str(&replacement(&Element::parse(tag.trim_start_matches('<'))?)?);
        rest = after.strip_prefix("</script>").unwrap_or(after);
    }
    written.push_str(rest);
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_marked_element_is_replaced_and_nothing_else() {
        let html = "<head>\n  <script data-trunk src=\"a.js\" type=\"module\"></script>\n  <link rel=\"x\">\n  \
                    <link data-trunk rel=\"icon\" href=\"b.svg\">\n</head><script src=\"c.js\"></script>";
        let mut found = Vec::new();
        let replaced = replace(html, |element| {
            found.push(format!("{} {:?}", element.tag, element.attributes));
            Ok("•".to_owned())
        });
        let expected = "<head>\n  •\n  <link rel=\"x\">\n  •\n</head><script src=\"c.js\"></script>";
        assert_eq!(replaced.unwrap(), expected);
        assert_eq!(
            found,
            [
                "script [(\"data-trunk\", \"\"), (\"src\", \"a.js\"), (\"type\", \"module\")]",
                "link [(\"data-trunk\", \"\"), (\"rel\", \"icon\"), (\"href\", \"b.svg\")]",
            ]
        );
    }

    #[test]
    fn an_element_that_cannot_be_read_is_an_error() {
        assert!(replace("<link data-trunk rel=\"icon>", |_| Ok(String::new())).is_err());
        assert!(replace("<link data-trunk rel=\"icon\"", |_| Ok(String::new())).is_err());
        assert!(replace("<link data-trunk rel='icon'>", |_| Ok(String::new())).is_err());
    }
}

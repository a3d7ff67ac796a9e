//! Which pages of evidence are printed: "1-3, 7" as numbers.

/// Reads which pages are meant, in the order in which they are written and each once; nothing
/// written means all. What is wrong is said in a sentence.
pub(super) fn page_numbers(text: &str, total: u32) -> Result<Vec<u32>, String> {
    if text.trim().is_empty() {
        return Ok((1..=total).collect());
    }
    let mut numbers: Vec<u32> = Vec::new();
    let parts = text.split([',', ';']).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        let (first, last) = ends(part)?;
        let is_there = |page: u64| (1..=u64::from(total)).contains(&page);
        if let Some(page) = [first, last].into_iter().find(|page| !is_there(*page)) {
            return Err(match total {
                1 => format!("There is no page {page}: the file has one page."),
                _ => format!("There is no page {page}: the file has {total} pages."),
            });
        }
        if last < first {
            return Err(format!(
                "The pages {part:?} run backwards. Write the smaller number first."
            ));
        }
        // Both are pages of the file, so neither is larger than its count.
        let between = first..=last;
        numbers.extend(between.filter_map(|page| u32::try_from(page).ok()));
    }
    let mut seen = std::collections::HashSet::new();
    numbers.retain(|number| seen.insert(*number));
    if numbers.is_empty() {
        return Err(unread(text));
    }
    Ok(numbers)
}

fn ends(part: &str) -> Result<(u64, u64), String> {
    let number = |text: &str| {
        let text = text.trim();
        let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| is_number)
    };
    let (first, last) = part
        .split_once(['-', '\u{2013}', '\u{2014}'])
        .unwrap_or((part, part));
    match (number(first), number(last)) {
        (Some(first), Some(last)) => Ok((first, last)),
        _ => Err(unread(part)),
    }
}

fn unread(part: &str) -> String {
    let part: String = part.chars().take(30).collect();
    format!("{part:?} names no pages. Write them like 1-3, 7.")
}

#[cfg(test)]
mod tests {
    use super::page_numbers;

    #[test]
    fn pages_are_those_that_are_written_in_their_order_and_each_once() {
        for (text, pages) in [
            ("", vec![1, 2, 3, 4]),
            ("  ", vec![1, 2, 3, 4]),
            ("2", vec![2]),
            ("1-3", vec![1, 2, 3]),
            ("3\u{2013}4", vec![3, 4]),
            (" 4 , 1 - 2;4,", vec![4, 1, 2]),
        ] {
            assert_eq!(page_numbers(text, 4), Ok(pages), "{text:?}");
        }
    }

    #[test]
    fn what_names_no_pages_is_said() {
        for (text, words) in [
            ("x", "names no pages"),
            ("1-", "names no pages"),
            ("-3", "names no pages"),
            ("1-2-3", "names no pages"),
            ("+1", "names no pages"),
            (",", "names no pages"),
            ("0", "no page 0: the file has 4 pages"),
            ("5", "no page 5"),
            ("2-99999999999", "no page 99999999999"),
            ("99999999999999999999999", "names no pages"),
            ("3-2", "backwards"),
        ] {
            let said = page_numbers(text, 4).unwrap_err();
            assert!(said.contains(words), "{text:?}: {said}");
        }
        assert!(page_numbers("2", 1).unwrap_err().contains("one page"));
    }
}

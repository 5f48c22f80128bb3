//! The articles.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;
use sortie::Article;

#[derive(Debug, Deserialize)]
pub(crate) struct Document {
    id: String,
    pub(crate) text: String,
    date: Option<NaiveDate>,
    source: Option<String>,
}

impl Document {
    pub(crate) fn article(&self) -> Article<'_> {
        let mut article = Article::new(&self.text);
        if let Some(date) = self.date {
            article = article.published(date);
        }
        if let Some(source) = &self.source {
            article = article.publisher(source);
        }
        article
    }
}

/// The articles of an NDJSON file by their ids.
pub(crate) fn read(path: &Path) -> Result<HashMap<String, Document>, Box<dyn Error>> {
    let file = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut documents = HashMap::new();
    for (number, line) in (1..).zip(file.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let document: Document = serde_json::from_str(line).map_err(|error| format!("{}, line {number}: {error}", path.display()))?;
        documents.insert(document.id.clone(), document);
    }
    Ok(documents)
}

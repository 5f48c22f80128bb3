//! The input: an article and what is known of it.

use std::borrow::Cow;

use chrono::NaiveDate;

/// An English news article and what is known of it.
///
/// Everything but the text is optional. A publication date lets relative dates ("on Saturday") resolve.
///
/// ```
/// use chrono::NaiveDate;
/// use sortie::Article;
///
/// let article = Article::new("Ethiopian jets bombed Mekelle on Monday.")
///     .published(NaiveDate::from_ymd_opt(2021, 10, 20).unwrap())
///     .publisher("Reuters");
/// let events = sortie::parse_article(article)?;
/// assert_eq!(events[0].date.as_ref().unwrap().start, NaiveDate::from_ymd_opt(2021, 10, 18));
/// # Ok::<(), sortie::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article<'a> {
    text: Cow<'a, str>,
    published: Option<NaiveDate>,
    id: Option<Cow<'a, str>>,
    publisher: Option<Cow<'a, str>>,
    url: Option<Cow<'a, str>>,
}

impl<'a> Article<'a> {
    /// An article of which only the text is known: title and body, plain text.
    ///
    /// ```
    /// let article = sortie::Article::new("Talks resumed in Doha.");
    /// assert_eq!(article.text(), "Talks resumed in Doha.");
    /// ```
    pub fn new(text: impl Into<Cow<'a, str>>) -> Article<'a> {
        Article { text: text.into(), published: None, id: None, publisher: None, url: None }
    }

    /// Sets the day of publication, to which relative dates are resolved.
    ///
    /// ```
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
    /// assert_eq!(sortie::Article::new("...").published(day).published_on(), Some(day));
    /// ```
    pub fn published(mut self, date: NaiveDate) -> Article<'a> {
        self.published = Some(date);
        self
    }

    /// Sets an identifier of the caller's own.
    ///
    /// ```
    /// assert_eq!(sortie::Article::new("...").with_id("a-17").id(), Some("a-17"));
    /// ```
    pub fn with_id(mut self, id: impl Into<Cow<'a, str>>) -> Article<'a> {
        self.id = Some(id.into());
        self
    }

    /// Sets the outlet that published the article.
    ///
    /// ```
    /// assert_eq!(sortie::Article::new("...").publisher("TASS").published_by(), Some("TASS"));
    /// ```
    pub fn publisher(mut self, publisher: impl Into<Cow<'a, str>>) -> Article<'a> {
        self.publisher = Some(publisher.into());
        self
    }

    /// Sets the address of the article.
    ///
    /// ```
    /// assert_eq!(sortie::Article::new("...").with_url("https://example.org/1").url(), Some("https://example.org/1"));
    /// ```
    pub fn with_url(mut self, url: impl Into<Cow<'a, str>>) -> Article<'a> {
        self.url = Some(url.into());
        self
    }

    /// The text; all spans of the events are byte offsets into it.
    ///
    /// ```
    /// assert_eq!(sortie::Article::from("text").text(), "text");
    /// ```
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The day of publication, if known.
    ///
    /// ```
    /// assert_eq!(sortie::Article::new("...").published_on(), None);
    /// ```
    pub fn published_on(&self) -> Option<NaiveDate> {
        self.published
    }

    /// The caller's identifier, if one was set.
    ///
    /// ```
    /// assert_eq!(sortie::Article::new("...").id(), None);
    /// ```
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The outlet, if known.
    ///
    /// ```
    /// assert_eq!(sortie::Article::new("...").published_by(), None);
    /// ```
    pub fn published_by(&self) -> Option<&str> {
        self.publisher.as_deref()
    }

    /// The address, if known.
    ///
    /// ```
    /// assert_eq!(sortie::Article::new("...").url(), None);
    /// ```
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }
}

impl<'a> From<&'a str> for Article<'a> {
    fn from(text: &'a str) -> Article<'a> {
        Article::new(text)
    }
}

impl<'a> From<&'a String> for Article<'a> {
    fn from(text: &'a String) -> Article<'a> {
        Article::new(text.as_str())
    }
}

impl From<String> for Article<'_> {
    fn from(text: String) -> Self {
        Article::new(text)
    }
}

impl<'a> From<Cow<'a, str>> for Article<'a> {
    fn from(text: Cow<'a, str>) -> Article<'a> {
        Article::new(text)
    }
}

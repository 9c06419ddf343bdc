//! Who wrote a source: persons and organisations.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Somebody who wrote a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Author {
    /// A human being.
    Person(String),
    /// An agency, a ministry, a desk.
    Organisation(String),
}

impl Author {
    /// The name.
    pub fn name(&self) -> &str {
        match self {
            Self::Person(name) | Self::Organisation(name) => name,
        }
    }
}

/// Who wrote a source. In the file it is one name as printed, or a list that says which are persons and
/// which organisations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Authors {
    /// That is not told.
    #[default]
    Unknown,
    /// A name as printed, of which the file does not say what it is.
    Printed(String),
    /// Persons and organisations, in the order in which they are named.
    Listed(Vec<Author>),
}

impl Authors {
    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Unknown => true,
            Self::Printed(_) => false,
            Self::Listed(authors) => authors.is_empty(),
        }
    }

    /// The names, in their order.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Unknown => Vec::new(),
            Self::Printed(name) => vec![name],
            Self::Listed(authors) => authors.iter().map(Author::name).collect(),
        }
    }
}

/// `Ada Quay`, `Ada Quay, Port Bulletin`.
impl fmt::Display for Authors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.names().join(", "))
    }
}

impl<'de> Deserialize<'de> for Authors {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Authors;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a name, or a list such as [Person(\"Ada Quay\"), Organisation(\"Port Bulletin\")]",
        )
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Authors, E> {
        Ok(Authors::Printed(name.to_owned()))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Authors, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_none<E: de::Error>(self) -> Result<Authors, E> {
        Ok(Authors::Unknown)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Authors, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Authors::Listed)
    }
}

impl Serialize for Authors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown => serializer.serialize_none(),
            Self::Printed(name) => serializer.serialize_str(name),
            Self::Listed(authors) => authors.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::parse::ron_options;

    #[test]
    fn authors_are_one_name_or_a_list() {
        let read = |text: &str| -> Authors { ron_options().from_str(text).unwrap() };
        assert_eq!(read("\"Ada Quay\""), Authors::Printed("Ada Quay".into()));
        assert_eq!(read("Some(\"Ada Quay\")"), Authors::Printed("Ada Quay".into()));
        let listed = read("[Person(\"Ada Quay\"), Organisation(\"Port Bulletin\")]");
        assert_eq!(listed.to_string(), "Ada Quay, Port Bulletin");
        assert!(ron_options().from_str::<Authors>("40").is_err());
        let written = ron::to_string(&listed).unwrap();
        assert_eq!(read(&written), listed);
    }
}

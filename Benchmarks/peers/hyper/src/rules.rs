// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

//! The rules of the schema that Fledge's `POST /users` declares: lengths in characters, and the
//! e-mail address of HTML, 4.10.5.1.5.

use crate::routes::User;

impl User {
    pub fn is_valid(&self) -> bool {
        has_length(&self.name, 80)
            && is_email(&self.email)
            && self.tags.len() <= 10
            && self.tags.iter().all(|tag| has_length(tag, 40))
            && (1..self.tags.len()).all(|index| !self.tags[..index].contains(&self.tags[index]))
    }
}

fn has_length(text: &str, most: usize) -> bool {
    !text.is_empty() && (text.len() <= most || text.chars().count() <= most)
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    text.len() <= 254
        && (1..=64).contains(&local.len())
        && local.bytes().all(is_local)
        && domain.split('.').all(is_label)
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

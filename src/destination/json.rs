//! `json:` posts each signature as one JSON object.

use super::Request;
use crate::field::KINDS;
use crate::json::Object;
use crate::signature::Signature;
use crate::time;

/// The request for `signature`. Fields have their camelCase names; `consent` is
/// true, false, or null where nobody asked or answered.
pub fn request(url: &str, signature: &Signature) -> Request {
    let mut body = Object::default().text("id", &signature.id).text("campaign", &signature.campaign);
    for (field, value) in &signature.values {
        let wire = KINDS.iter().find(|kind| kind.id == field).map_or(field.as_str(), |kind| kind.wire);
        body = body.text(wire, value);
    }
    body = match signature.consent {
        None => body.raw("consent", "null"),
        Some(yes) => body
            .raw("consent", if yes { "true" } else { "false" })
            .text("consentText", &signature.consent_text),
    };
    body = body
        .text("time", &time::iso(signature.at))
        .text("locale", &signature.locale)
        .filled("page", &signature.page)
        .filled("source", &signature.channel)
        .filled("referral", &signature.referral);
    Request { method: "POST", url: url.into(), content_type: "application/json", body: body.end() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn body() {
        let signature = Signature {
            id: "0000".into(),
            campaign: "library".into(),
            destination: "json:https://a.example/".into(),
            at: 1_798_140_600_000,
            locale: "fr".into(),
            page: "https://blog.example/".into(),
            values: vec![("first-name".into(), "Zoé".into()), ("email".into(), "z@example.org".into())],
            ..Signature::default()
        };
        let request = request("https://a.example/", &signature);
        let body: serde_json::Value = serde_json::from_str(&request.body).unwrap();
        assert_eq!(
            body,
            serde_json::json!({
                "id": "0000", "campaign": "library", "firstName": "Zoé", "email": "z@example.org", "consent": null,
                "time": "2026-12-24T19:30:00.000Z", "locale": "fr", "page": "https://blog.example/",
            })
        );
    }
}

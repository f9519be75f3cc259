//! Brings a tree in line with new HTML by changing only what differs, so that
//! focus, what is being typed and prerendered markup all stay in place.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlTemplateElement, Node, ShadowRoot};

/// Makes the content of `root` be `html`.
pub fn patch(root: &ShadowRoot, html: &str) {
    let template = root.owner_document().and_then(|document| document.create_element("template").ok());
    if let Some(template) = template.and_then(|element| element.dyn_into::<HtmlTemplateElement>().ok()) {
        template.set_inner_html(html);
        // Every failure below would be a node that is not where it just was.
        let _ = children(root, &template.content());
    }
}

fn children(old: &Node, new: &Node) -> Result<(), JsValue> {
    let mut here = old.first_child();
    let mut there = new.first_child();
    while let Some(wanted) = there {
        there = wanted.next_sibling();
        let Some(present) = here else {
            old.append_child(&wanted)?;
            here = None;
            continue;
        };
        here = present.next_sibling();
        if present.is_equal_node(Some(&wanted)) {
            continue;
        }
        match (present.dyn_ref::<Element>(), wanted.dyn_ref::<Element>()) {
            (Some(present), Some(wanted)) if same(present, wanted) => {
                attributes(present, wanted)?;
                children(present, wanted)?;
            }
            _ => {
                old.replace_child(&wanted, &present)?;
            }
        }
    }
    while let Some(surplus) = here {
        here = surplus.next_sibling();
        old.remove_child(&surplus)?;
    }
    Ok(())
}

/// Whether one element can become the other.
fn same(present: &Element, wanted: &Element) -> bool {
    present.local_name() == wanted.local_name()
        && ["id", "part"].iter().all(|name| present.get_attribute(name) == wanted.get_attribute(name))
}

fn attributes(present: &Element, wanted: &Element) -> Result<(), JsValue> {
    for name in wanted.get_attribute_names() {
        let name = name.as_string().unwrap_or_default();
        let value = wanted.get_attribute(&name).unwrap_or_default();
        if present.get_attribute(&name).as_ref() != Some(&value) {
            present.set_attribute(&name, &value)?;
        }
    }
    for name in present.get_attribute_names() {
        let name = name.as_string().unwrap_or_default();
        if !wanted.has_attribute(&name) {
            present.remove_attribute(&name)?;
        }
    }
    Ok(())
}

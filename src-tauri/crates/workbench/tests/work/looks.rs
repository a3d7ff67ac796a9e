//! How documents look: colours that can be read, and logos that were drawn anew.

use domain::packet::{Audience, PacketPlan};
use preview::{Answer, Ask, Hint, What};
use workbench::{Error, read_logo, refused_colour};

use crate::packets::{check, lay_out, pdf, png};
use crate::place::*;

#[test]
fn a_colour_is_kept_and_used_only_where_it_can_be_read() {
    let place = Place::new("colour");
    let mut clinic = Clinic::new(&place);
    let of = Some(clinic.organisation);
    let workbench = &mut clinic.workbench;
    for odd in ["red", "12345", "#1234567", "gggggg"] {
        refused(workbench.save_look(of, odd, "", later(4)));
    }
    let look = workbench
        .save_look(of, " #0B5563 ", " Their mark ", later(4))
        .unwrap();
    assert_eq!(
        (look.colour.as_str(), look.alternative.as_str()),
        ("0b5563", "Their mark")
    );
    assert_eq!(refused_colour(&look), None);
    let pale = workbench.save_look(of, "ffcc00", "", later(4)).unwrap();
    assert!(refused_colour(&pale).unwrap().contains("1.5"));
    assert_eq!(workbench.look(of).unwrap(), pale);
    assert_eq!(workbench.look(None).unwrap().colour, "");
    let laid = lay_out(&mut clinic, &PacketPlan::proposed(Audience::Client));
    assert!(check(&laid, "colour").is_some());
}

#[test]
fn a_logo_is_drawn_anew_and_what_is_none_is_refused_with_a_sentence() {
    let place = Place::new("logo");
    let mut clinic = Clinic::new(&place);
    let read = |name: &str, bytes: &[u8]| read_logo(&place.file(name, bytes), &show);
    let logo = read("large.png", &png(1_800, 900)).unwrap();
    assert_eq!((logo.width, logo.height), (600, 300));
    let kept = logo.bytes().unwrap();
    assert!(kept.starts_with(b"\x89PNG"));
    // What is kept is a picture of that size again.
    let ask = Ask {
        what: What::Look,
        hint: Hint::Nothing,
    };
    let again = show(ask, &mut kept.as_slice()).unwrap();
    assert!(matches!(again, Answer::Picture { whole, .. } if whole.width == 600));
    let tall = read("tall.png", &png(300, 3_000)).unwrap();
    // No narrower than a picture is ever drawn.
    assert_eq!((tall.width, tall.height), (64, 640));
    let wide = read("wide.png", &png(20_000, 1_500)).unwrap();
    assert_eq!(wide.width, 600);

    // A JPEG of printing inks is drawn in the colours of a screen.
    let inks = include_bytes!("../../../packet/tests/packet/pictures/cmyk.jpg");
    assert!(read("inks.jpg", inks).unwrap().bytes().is_some());

    // The chunk that says how many pictures follow stands before the first.
    let mut moving = png(40, 40);
    let chunk = [&8_u32.to_be_bytes()[..], b"acTL", &[0; 12]].concat();
    moving.splice(33..33, chunk);
    for (name, bytes, said) in [
        ("dot.png", png(1, 1), "1 by 1 pixels"),
        ("line.png", png(20_000, 40), "more a line"),
        ("moving.png", moving, "The picture moves"),
        ("cut.png", png(90, 90)[..60].to_vec(), "damaged"),
        ("empty.png", Vec::new(), "empty"),
        ("words.png", b"only words".to_vec(), "no picture"),
        ("paper.pdf", pdf(1), "has pages"),
    ] {
        match read(name, &bytes) {
            Err(Error::Input(sentence)) => {
                assert!(sentence.contains(said), "{name}: {sentence}");
                assert!(sentence.contains("The logo is as it was"), "{sentence}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
    let look = clinic
        .workbench
        .save_logo(None, Some(logo), later(4))
        .unwrap();
    assert_eq!(clinic.workbench.look(None).unwrap(), look);
    let look = clinic.workbench.save_logo(None, None, later(5)).unwrap();
    assert_eq!(look.logo, None);
}

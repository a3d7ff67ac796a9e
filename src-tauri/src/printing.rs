//! Printing a packet on paper.
//!
//! On Linux the toolkit's own dialog asks for a printer, on the thread that owns the window and
//! as its modal child. Each page is drawn from the same marks as the PDF, at the printer's turn,
//! so that nothing of it lies in a file of this program.

use std::sync::Arc;

use bridge::{LaidPacket, Printing};
use tauri::AppHandle;

/// Asks a person for a printer and prints there. Waits for the answer, so never call it on the
/// window's own thread.
pub(crate) fn print(app: &AppHandle, packet: &Arc<LaidPacket>) -> Printing {
    #[cfg(feature = "driving")]
    {
        let _ = (app, packet);
        crate::driving::print()
    }
    #[cfg(all(target_os = "linux", not(feature = "driving")))]
    {
        linux::print(app, packet)
    }
    #[cfg(all(not(target_os = "linux"), not(feature = "driving")))]
    {
        let _ = (app, packet);
        Printing::NotHere
    }
}

#[cfg(target_os = "linux")]
#[cfg_attr(feature = "driving", allow(dead_code))]
mod linux {
    use std::cell::RefCell;
    use std::sync::Arc;
    use std::sync::mpsc::{Sender, channel};

    use bridge::{LaidPacket, Printing};
    use gtk::cairo::{Context, Filter, Format, ImageSurface};
    use gtk::prelude::*;
    use gtk::{
        PageSetup, PaperSize, PrintOperation, PrintOperationAction, PrintOperationResult, Unit,
    };
    use tauri::{AppHandle, Manager};

    use crate::window::MAIN;

    /// Pixels to the inch on paper.
    const DENSITY: f64 = 300.0;

    /// Points to the inch.
    const POINTS: f64 = 72.0;

    pub(super) fn print(app: &AppHandle, packet: &Arc<LaidPacket>) -> Printing {
        let (answer, heard) = channel();
        let (owner, packet) = (app.clone(), Arc::clone(packet));
        let asked = app.run_on_main_thread(move || ask(&owner, packet, answer));
        // A window that ends takes its question along: that is a cancelled one.
        asked
            .ok()
            .and_then(|()| heard.recv().ok())
            .unwrap_or(Printing::Cancelled)
    }

    fn ask(app: &AppHandle, packet: Arc<LaidPacket>, answer: Sender<Printing>) {
        let parent = app
            .get_webview_window(MAIN)
            .and_then(|window| window.gtk_window().ok());
        let operation = operation(packet);
        // The dialog goes on beside the window's own loop, which saves what was typed.
        operation.set_allow_async(true);
        let held = RefCell::new(Some(operation.clone()));
        let told = answer.clone();
        operation.connect_done(move |_, result| {
            let _ = told.send(became(result));
            held.take();
        });
        match operation.run(PrintOperationAction::PrintDialog, parent.as_ref()) {
            Ok(PrintOperationResult::Error) | Err(_) => {
                let _ = answer.send(Printing::Failed);
            }
            Ok(_) => {}
        }
    }

    fn became(result: PrintOperationResult) -> Printing {
        match result {
            PrintOperationResult::Apply | PrintOperationResult::InProgress => Printing::Begun,
            PrintOperationResult::Cancel => Printing::Cancelled,
            _ => Printing::Failed,
        }
    }

    /// Makes the operation that draws a packet's pages, each as large as its paper.
    fn operation(packet: Arc<LaidPacket>) -> PrintOperation {
        let operation = PrintOperation::new();
        operation.set_n_pages(i32::try_from(packet.pages.count()).unwrap_or(i32::MAX));
        // A spooler shows a job's name to others: it says nothing of whom it is about.
        operation.set_job_name("Auscult");
        operation.set_unit(Unit::Points);
        operation.set_use_full_page(true);
        operation.set_embed_page_setup(true);
        let (width, height) = packet.pages.size();
        let paper = if height > 800.0 {
            "iso_a4"
        } else {
            "na_letter"
        };
        let setup = PageSetup::new();
        setup.set_paper_size(&PaperSize::new(Some(paper)));
        operation.set_default_page_setup(Some(&setup));
        let size = (f64::from(width), f64::from(height));
        operation.connect_draw_page(move |operation, context, page| {
            let drawn = usize::try_from(page)
                .ok()
                .zip(context.cairo_context())
                .and_then(|(page, onto)| draw(&packet, page, size, &onto));
            if drawn.is_none() {
                operation.cancel();
            }
        });
        operation
    }

    /// Draws a page onto paper, in points from its upper left corner.
    fn draw(
        packet: &LaidPacket,
        page: usize,
        (width, _): (f64, f64),
        onto: &Context,
    ) -> Option<()> {
        // A page has some thousand pixels.
        let across = (width / POINTS * DENSITY).round() as u32;
        let picture = packet.pages.picture(page, across).ok()?;
        let (wide, tall) = (
            i32::try_from(picture.width).ok()?,
            i32::try_from(picture.height).ok()?,
        );
        let mut surface = ImageSurface::create(Format::Rgb24, wide, tall).ok()?;
        let stride = usize::try_from(surface.stride()).ok()?;
        {
            let mut pixels = surface.data().ok()?;
            let rows = picture.rgb.chunks_exact(3 * picture.width as usize);
            for (from, to) in rows.zip(pixels.chunks_exact_mut(stride)) {
                for (rgb, word) in from.chunks_exact(3).zip(to.chunks_exact_mut(4)) {
                    let [red, green, blue] = *rgb else { continue };
                    // A number of 32 bits in the order of this computer, the upper 8 unused.
                    let number = u32::from_be_bytes([0, red, green, blue]);
                    word.copy_from_slice(&number.to_ne_bytes());
                }
            }
        }
        let scale = width / f64::from(wide);
        onto.scale(scale, scale);
        onto.set_source_surface(&surface, 0.0, 0.0).ok()?;
        onto.source().set_filter(Filter::Good);
        onto.paint().ok()
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn only_what_the_printer_took_counts_as_printed() {
            for (result, printing) in [
                (PrintOperationResult::Apply, Printing::Begun),
                (PrintOperationResult::Cancel, Printing::Cancelled),
                (PrintOperationResult::Error, Printing::Failed),
            ] {
                assert_eq!(became(result), printing);
            }
        }
    }
}

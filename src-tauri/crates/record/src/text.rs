//! The texts that a record carries: the list of sums and how to verify it.

use crate::manifest::{About, INSTRUCTIONS, MANIFEST, RecordFile, SIGNATURE, SIGNER, SUMS};

/// Returns the list that `sha256sum -c` reads: every file but itself and the signature.
pub(crate) fn sums(files: &[RecordFile], manifest_sha256: &str) -> String {
    let mut lines: Vec<String> = files.iter().map(|file| file.sum.clone()).collect();
    lines.push(RecordFile::line(MANIFEST, manifest_sha256));
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// Returns the page that says how to verify a record of so many files.
pub(crate) fn instructions(about: &About, signer: &str, files: usize) -> String {
    let AboutLine { made_at, draft } = AboutLine::of(about);
    let assessment = &about.assessment;
    format!(
        "HOW TO VERIFY THIS RECORD

This folder is a packet of record of an assessment, made by {program}.
Assessment {id}, version {version}{draft}.
Made {made_at} (UTC), by the clock of whoever signed it.

You need no special program: a shell, sha256sum and openssl (1.1.1 or newer).
Unpack the archive into an empty folder, open a shell in it, and run the lines
that begin with a dollar sign, without the dollar sign. Each step says what it
proves. If one fails, the record is not what was signed.


1. Nobody changed the manifest since it was signed.

$ openssl dgst -sha256 -verify {SIGNER} -signature {SIGNATURE} {MANIFEST}

It must say \"Verified OK\". It proves that whoever holds the private key to
{SIGNER} signed exactly this {MANIFEST}.


2. Every file is the one that the signed manifest names.

$ sed -n 's/^ *\"sum\": \"\\([0-9a-f]*  [A-Za-z0-9._\\/-]*\\)\",\\{{0,1\\}}$/\\1/p' {MANIFEST} | sha256sum -c -

Every line must end with OK. It takes the sums out of the manifest itself, so
that what is signed is what is compared.


3. The same with the plain list, which adds the manifest.

$ sha256sum -c {SUMS}

Every line must end with OK. By itself it only shows that nothing was damaged
on the way: whoever changes a file can change this list too. Step 2 is the one
that rests on the signature.


4. Nothing was added.

$ test \"$(find . ! -type d | wc -l)\" -eq {files}

It says nothing when the folder holds the {files} files of this record and
nothing else.


5. Whose key it is.

$ openssl pkey -pubin -in {SIGNER} -outform DER | openssl dgst -sha256

It must end with this fingerprint, which the documents name too:

  {signer}

Anybody can make a key and write any name beside it. Who signed is certain only
after you compared the fingerprint with one that you received from them another
way: on paper, by telephone, in person.


WHAT THIS PROVES, AND WHAT IT DOES NOT

Together the steps prove that these files are, byte for byte, the ones that the
holder of the key put together.
They do not prove when: the time is the signer's own statement.
They do not prove that what the files say is true.

On macOS write \"shasum -a 256\" in place of \"sha256sum\". Whoever has Auscult
can say instead: auscult verify FILE.zip. It also looks at the archive itself.
{INSTRUCTIONS} is one of the files that the manifest names.
",
        program = about.program,
        id = assessment.id,
        version = assessment.version,
    )
}

struct AboutLine {
    made_at: String,
    draft: &'static str,
}

impl AboutLine {
    fn of(about: &About) -> Self {
        Self {
            made_at: about.made_at.format("%Y-%m-%d %H:%M:%S").to_string(),
            draft: if about.assessment.draft {
                " (still a draft)"
            } else {
                ""
            },
        }
    }
}

import { describe, expect, it } from "vitest";
import { show } from "../../test/show";
import { Markdown } from "./Markdown";

const prose = (text: string) => show(<Markdown text={text} />).container;

describe("a note", () => {
  it.each([
    ["<script>alert(1)</script>"],
    ["<img src=x onerror=alert(1)>"],
    ["<iframe srcdoc='<script>1</script>'></iframe>"],
    ["[press](javascript:alert(1))"],
    ["![picture](https://example.org/x.png)"],
    ["**<b onmouseover=alert(1)>bold</b>**"],
    ["`<svg onload=alert(1)>`"],
    ["- <a href='https://example.org'>there</a>"],
    ["> <style>*{display:none}</style>"],
    ["# <object data=x>"],
  ])("never becomes markup, a link or a picture: %s", (text) => {
    const container = prose(text);
    expect(container.querySelector("script, img, iframe, a, svg, style, object, b")).toBeNull();
    for (const element of container.querySelectorAll("*")) {
      for (const { name } of element.attributes) {
        expect(["class", "role", "aria-live", "data-live-announcer"]).toContain(name);
      }
    }
    // Every word that was written can still be read.
    const written = text.replace(/[*`#>-]/gu, "").replace(/\s+/gu, "");
    expect(container.textContent.replace(/[*`#>-]/gu, "").replace(/\s+/gu, "")).toContain(written);
  });

  it("shows headings, lists, quotes, emphasis and code", () => {
    const container = prose("# Found\n\n- one\n- **two**\n\n1. first\n2. second\n\n> said\n\n*so* `x`");
    expect(container.querySelectorAll("ul > li")).toHaveLength(2);
    expect(container.querySelectorAll("ol > li")).toHaveLength(2);
    expect(container.querySelector("blockquote")).toHaveTextContent("said");
    expect(container.querySelector("strong")).toHaveTextContent("two");
    expect(container.querySelector("em")).toHaveTextContent("so");
    expect(container.querySelector("code")).toHaveTextContent("x");
  });

  it("with unpaired marks is shown as it was written", () => {
    const text = "2 * 3 and **bold without end and `tick";
    expect(prose(text)).toHaveTextContent(text);
  });

  it("keeps the underscores of a name", () => {
    expect(prose("model_v2_final and _so_")).toHaveTextContent("model_v2_final and so");
  });

  it("of a megabyte is shown at once", () => {
    const text = `${"word ".repeat(200_000)}**end**`;
    expect(prose(text).querySelector("strong")).toHaveTextContent("end");
  });

  it("in Arabic, Chinese and emoji keeps every sign", () => {
    const text = "النص العربي 中文 👩🏽‍⚕️";
    expect(prose(text)).toHaveTextContent(text);
  });
});

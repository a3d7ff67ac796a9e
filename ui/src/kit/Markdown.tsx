import { Fragment, type ReactNode } from "react";
import styles from "./Markdown.module.css";

/** Shows the Markdown that packets print: headings, lists, quotes, emphasis and code. It makes
 * elements, never markup from text, so nothing written can become a script or a link. */
export function Markdown({ text }: { text: string }) {
  return <div className={styles.prose}>{blocks(text)}</div>;
}

function blocks(text: string): ReactNode[] {
  return text
    .split(/\n{2,}/u)
    .map((block) => block.trimEnd())
    .filter((block) => block.trim() !== "")
    .map((block, index) => <Fragment key={index}>{one(block)}</Fragment>);
}

function one(block: string): ReactNode {
  const lines = block.split("\n");
  const heading = /^#{1,6}\s+(.*)$/u.exec(lines[0] ?? "");
  if (heading) {
    const rest = lines.slice(1).join("\n");
    return (
      <>
        <p className={styles.heading}>{inline(heading[1] ?? "")}</p>
        {rest.trim() && one(rest)}
      </>
    );
  }
  if (lines.every((line) => /^\s*([-*+]|\d+[.)])\s/u.test(line))) {
    const items = lines.map((line, i) => (
      <li key={i}>{inline(line.replace(/^\s*([-*+]|\d+[.)])\s+/u, ""))}</li>
    ));
    return /^\s*\d/u.test(lines[0] ?? "") ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  if (lines.every((line) => line.startsWith(">"))) {
    return <blockquote>{inline(lines.map((l) => l.replace(/^>\s?/u, "")).join("\n"))}</blockquote>;
  }
  return <p>{inline(block)}</p>;
}

// A mark opens before a sign and closes after one: "2 * 3" is no emphasis.
const SPANS =
  /(`[^`\n]+`|\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*|\*[^\s*](?:[^*\n]*[^\s*])?\*|_[^\s_](?:[^_\n]*[^\s_])?_|\n)/u;
const ENDS_WITHIN_A_WORD = /[\p{L}\p{N}_]$/u;
const BEGINS_WITHIN_A_WORD = /^[\p{L}\p{N}_]/u;

function inline(text: string): ReactNode[] {
  const parts = text.split(SPANS);
  return parts.map((part, index) => {
    // Every second part is a span.
    if (index % 2 === 0) return part;
    if (part === "\n") return <br key={index} />;
    if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
    if (part.startsWith("**")) return <strong key={index}>{part.slice(2, -2)}</strong>;
    const before = parts[index - 1] ?? "";
    const after = parts[index + 1] ?? "";
    const withinAWord = ENDS_WITHIN_A_WORD.test(before) || BEGINS_WITHIN_A_WORD.test(after);
    if (part.startsWith("_") && withinAWord) return part;
    return <em key={index}>{part.slice(1, -1)}</em>;
  });
}

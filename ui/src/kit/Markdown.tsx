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

function inline(text: string): ReactNode[] {
  const parts = text.split(/(`[^`\n]+`|\*\*[^*\n]+\*\*|\*[^*\n]+\*|_[^_\n]+_|\n)/u);
  return parts.map((part, index) => {
    if (part === "\n") return <br key={index} />;
    if (part.length > 2 && part.startsWith("`") && part.endsWith("`")) {
      return <code key={index}>{part.slice(1, -1)}</code>;
    }
    if (part.length > 4 && part.startsWith("**") && part.endsWith("**")) {
      return <strong key={index}>{part.slice(2, -2)}</strong>;
    }
    if (part.length > 2 && /^([*_]).*\1$/u.test(part)) return <em key={index}>{part.slice(1, -1)}</em>;
    return part;
  });
}

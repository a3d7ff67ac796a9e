import { useState } from "react";
import { words } from "../words/en";
import { useAnnounce } from "./Announcer";
import { IconButton } from "./Button";

/** Puts a text that is no secret on the clipboard, and says whether that worked. */
export function CopyButton({ text, of }: { text: string; of: string }) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
      announce(words.kit.copied(of));
    } catch {
      announce(words.kit.notCopied);
    }
  };
  const done = copied === text;
  return (
    <IconButton
      icon={done ? "check" : "copy"}
      label={done ? words.kit.copied(of) : words.kit.copy(of)}
      onPress={() => void copy()}
    />
  );
}

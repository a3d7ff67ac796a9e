import { Button } from "react-aria-components";
import { useAsk } from "../bridge/queries";
import { Brand } from "../kit/Brand";
import { Icon } from "../kit/Icon";
import { usePlace } from "../view/place";
import { words } from "../words/en";
import styles from "./Trail.module.css";

/** Where one is, and the way back up. */
export function Trail() {
  const { place, go } = usePlace();
  const assessment = useAsk(
    "assessment",
    { assessment: place.at === "assessment" ? place.assessment : "" },
    { enabled: place.at === "assessment" },
  );
  const organisation = useAsk(
    "organisation",
    { organisation: place.at === "organisation" ? place.organisation : "" },
    { enabled: place.at === "organisation" },
  );
  const file = place.at === "assessment" ? assessment.data : undefined;
  const steps: { name: string; to?: () => void }[] = [
    { name: words.frame.library, to: () => go({ at: "library" }) },
  ];
  if (place.at === "organisation" && organisation.data) {
    steps.push({ name: organisation.data.organisation.name });
  }
  if (place.at === "start") steps.push({ name: words.start.title });
  if (place.at === "vault") steps.push({ name: words.vaultView.title });
  if (file) {
    const { id, name } = file.organisation;
    steps.push({ name, to: () => go({ at: "organisation", organisation: id }) });
    steps.push({ name: file.assessment.title });
  }
  return (
    <nav aria-label={words.frame.where} className={styles.trail}>
      <Brand />
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step.name + String(index)} className={styles.step}>
            {index > 0 && <Icon name="right" />}
            {step.to && index < steps.length - 1 ? (
              <Button className={styles.link ?? ""} onPress={step.to}>
                {step.name}
              </Button>
            ) : (
              <span aria-current="page" className={styles.here}>
                {step.name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

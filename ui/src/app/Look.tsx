import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import type { Theme } from "../bridge/generated/wire";
import { SIZES, useChangeSettings, useSettings } from "../bridge/settings";
import { useActions } from "../kit/actions";
import { IconButton } from "../kit/Button";
import { Icon, type IconName } from "../kit/Icon";
import { words } from "../words/en";
import styles from "./Look.module.css";

const w = words.frame;

const themes: { id: Theme; label: string; icon: IconName }[] = [
  { id: "system", label: w.themeSystem, icon: "screen" },
  { id: "light", label: w.themeLight, icon: "sun" },
  { id: "dark", label: w.themeDark, icon: "moon" },
];

/** The menu of how the window looks: its colours and the size of its text. */
export function Look() {
  const { settings } = useSettings();
  const change = useChangeSettings();
  useActions(
    themes.map(({ id, label }) => ({
      id: `theme-${id}`,
      name: w.coloursAs(label),
      group: words.palette.everywhere,
      run: () => change(() => ({ theme: id })),
    })),
  );
  const icon = themes.find(({ id }) => id === settings.theme)?.icon ?? "screen";
  return (
    <MenuTrigger>
      <IconButton icon={icon} label={w.look} />
      <Popover className={styles.menu ?? ""} placement="bottom end">
        <Menu aria-label={w.look}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[settings.theme]}
            onSelectionChange={(keys) => {
              const theme = themes.find(({ id }) => keys !== "all" && keys.has(id));
              if (theme) change(() => ({ theme: theme.id }));
            }}
          >
            <Header className={styles.title ?? ""}>{w.colours}</Header>
            {themes.map(({ id, label }) => (
              <Choice key={id} id={id} label={label} />
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(settings.zoom ?? 100)]}
            onSelectionChange={(keys) => {
              const size = SIZES.find((one) => keys !== "all" && keys.has(String(one)));
              if (size) change(() => ({ zoom: size }));
            }}
          >
            <Header className={styles.title ?? ""}>{w.size}</Header>
            {SIZES.map((size) => (
              <Choice key={size} id={String(size)} label={w.percent(size)} />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Choice({ id, label }: { id: string; label: string }) {
  return (
    <MenuItem id={id} textValue={label} className={styles.item ?? ""}>
      {({ isSelected }) => (
        <>
          <span className={styles.mark}>{isSelected && <Icon name="check" />}</span>
          {label}
        </>
      )}
    </MenuItem>
  );
}

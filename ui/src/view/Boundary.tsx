import { Component, type ReactNode } from "react";
import { Button } from "../kit/Button";
import { Empty } from "../kit/State";
import { words } from "../words/en";

type Props = { children: ReactNode; onLeave: () => void };

/** Catches a screen that cannot be shown, so that the rest goes on. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty icon="warning" title={words.fault.screen}>
        <p role="alert">{words.fault.screenWords}</p>
        <Button weight="primary" onPress={this.props.onLeave}>
          {words.fault.toLibrary}
        </Button>
      </Empty>
    );
  }
}

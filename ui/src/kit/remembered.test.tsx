import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { show } from "../../test/show";
import { Remembered, useRemembered } from "./remembered";

function Count() {
  const [count, setCount] = useRemembered("count", 0);
  return <button onClick={() => setCount(count + 1)}>{`Pressed ${count}`}</button>;
}

function Coming() {
  const [there, setThere] = useState(true);
  return (
    <>
      <button onClick={() => setThere(!there)}>Turn</button>
      {there && <Count />}
    </>
  );
}

it("finds a screen as it was left when it comes back, and not in another vault", async () => {
  const vault = (name: string) => (
    <Remembered key={name}>
      <Coming />
    </Remembered>
  );
  const { user, rerender } = show(vault("one"));
  await user.click(screen.getByText("Pressed 0"));
  await user.click(screen.getByText("Turn"));
  expect(screen.queryByText(/Pressed/u)).toBeNull();
  await user.click(screen.getByText("Turn"));
  expect(screen.getByText("Pressed 1")).toBeInTheDocument();
  rerender(vault("another"));
  expect(screen.getByText("Pressed 0")).toBeInTheDocument();
});

import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { controlOfClass, framework } from "../../../test/catalogue";
import * as clinic from "../../../test/clinic";
import { plan, request } from "../../../test/requests";
import { show, violations } from "../../../test/show";
import { Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { ControlRequests } from "./ControlRequests";

const control = controlOfClass("REQ");

describe("the requests of a control", () => {
  it("are taken a step further in place, and ask first where something must be said", async () => {
    const asked = request("r1", { control: control.id, state: "asked" });
    const client = new Memory({
      save_requests: ({ requests }) => plan(requests),
    });
    const view = { ...clinic.controlView(control), requests: [asked] };
    const { user } = show(
      <ControlRequests framework={framework} view={view} people={[]} />,
      client,
    );
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: words.request.act.received }));
    expect(client.asked("save_requests")[0]?.requests).toEqual([{ ...asked, state: "received" }]);
    await user.click(screen.getByRole("button", { name: words.request.moreFor(asked.artefact) }));
    await user.click(screen.getByRole("menuitem", { name: words.request.act.refused }));
    expect(await screen.findByRole("dialog", { name: words.request.refuseTitle(1) })).toBeInTheDocument();
    expect(client.asked("save_requests")).toHaveLength(1);
  });
});

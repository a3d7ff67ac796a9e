import type { Agreement, Person, Site, System, Vendor } from "../../bridge/generated/wire";
import { NEW } from "../../bridge/record";

const noAgreement: Agreement = { state: "unknown", signed: null, until: null, remarks: "" };

/** Empty records of an organisation, to be filled. */
export const blank = {
  agreement: noAgreement,
  site: (organisation: string): Site => ({
    id: NEW,
    organisation,
    name: "",
    address: "",
    remarks: "",
  }),
  system: (organisation: string): System => ({
    id: NEW,
    organisation,
    name: "",
    purpose: "",
    users: "",
    modelKind: "",
    modelVersion: "",
    hosting: "",
    trainingData: "",
    inferenceData: "",
    vendor: null,
  }),
  vendor: (organisation: string): Vendor => ({
    id: NEW,
    organisation,
    name: "",
    service: "",
    contact: "",
    agreement: noAgreement,
  }),
  person: (organisation: string): Person => ({
    id: NEW,
    organisation,
    name: "",
    role: "",
    contact: "",
  }),
};

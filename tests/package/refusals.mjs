// Requests that are refused, and how.

import { goodRequest } from "./package.mjs";

const refund = (facts) => ({ ...goodRequest, facts: { ...goodRequest.facts, ...facts } });

const certificate = { occupation: "电工", level: 4, kind: "skill-level", issuedOn: "2024-03-10" };
const { issuedOn, ...undated } = certificate;

const skill = (second) => ({
  calculator: "skill-subsidy",
  asOf: "2024-09-01",
  facts: { person: "enterprise-employee", insuredMonths: 14, certificates: [certificate, second] },
});

const premium = (facts) => ({ calculator: "premium", asOf: "2024-09-01", facts });
const benefit = (facts) => ({ calculator: "unemployment-benefit", asOf: "2024-09-01", facts });

export const refusals = [
  ["a misspelled fact", refund({ premiumPayed: "1" }), "unknownField", "facts.premiumPayed"],
  ["a misspelled key of the request", { ...goodRequest, asof: "2024-09-01" }, "unknownField", "asof"],
  ["a misspelled key of a certificate", skill({ ...certificate, issued: 1 }), "unknownField", "facts.certificates[1].issued"],
  ["money in binary floating point", refund({ premiumPaid: 3025.14 }), "invalidValue", "facts.premiumPaid"],
  ["money with three decimals", refund({ premiumPaid: "1.234" }), "invalidValue", "facts.premiumPaid"],
  ["money over the limit", refund({ premiumPaid: "1000000000000.01" }), "outOfRange", "facts.premiumPaid"],
  ["a negative headcount", refund({ benefitDrawers: -1 }), "outOfRange", "facts.benefitDrawers"],
  ["thirteen months", refund({ fullyPaidMonths: 13 }), "outOfRange", "facts.fullyPaidMonths"],
  ["a word for a truth value", refund({ zombie: "false" }), "invalidValue", "facts.zombie"],
  ["an unknown applicant", refund({ applicant: "company" }), "invalidValue", "facts.applicant"],
  ["recipients where nobody is insured", refund({ averageInsured: 0, benefitDrawers: 1 }), "invalidValue", "facts.averageInsured"],
  ["a day that does not exist", skill({ ...certificate, issuedOn: "2023-02-30" }), "invalidValue", "facts.certificates[1].issuedOn"],
  ["an application day that does not exist", { ...goodRequest, asOf: "2023-02-30" }, "invalidValue", "asOf"],
  ["a certificate without its date", skill(undated), "missingField", "facts.certificates[1].issuedOn"],
  ["a request without its day", { calculator: "refund", facts: {} }, "missingField", "asOf"],
  ["a calculator that does not exist", { ...goodRequest, calculator: "pension" }, "invalidValue", "calculator"],
  ["facts of another calculator", { ...goodRequest, calculator: "premium" }, "unknownField", "facts.applicant"],
  ["a wage in binary floating point", premium({ monthlyWage: 5000.5 }), "invalidValue", "facts.monthlyWage"],
  ["no month at all", premium({ months: 0 }), "outOfRange", "facts.months"],
  ["a month that does not exist", premium({ month: "2024-13" }), "invalidValue", "facts.month"],
  ["another city", benefit({ region: "baoding/lianchi" }), "unsupported", "facts.region"],
  ["more unused months than there are", benefit({ unusedMonths: 25 }), "outOfRange", "facts.unusedMonths"],
  ["a full year after re-employment for less", benefit({ insuredMonths: 12, reemployedUnderOneYear: true }), "invalidValue", "facts.reemployedUnderOneYear"],
  ["an industry that does not exist", { calculator: "size-class", asOf: "2024-09-01", facts: { industry: "餐饮" } }, "invalidValue", "facts.industry"],
  ["facts in a Map", { ...goodRequest, facts: new Map([["applicant", "enterprise"]]) }, "invalidValue", "facts"],
  ["a Set for a list", refund({ creditListings: new Set() }), "invalidValue", "facts.creditListings"],
  ["a Date for a day", skill({ ...certificate, issuedOn: new Date(0) }), "invalidValue", "facts.certificates[1].issuedOn"],
  ["a Date for the day of application", { ...goodRequest, asOf: new Date(0) }, "invalidValue", "asOf"],
  ["a spreadsheet's serial number for a day", skill({ ...certificate, issuedOn: 45361 }), "invalidValue", "facts.certificates[1].issuedOn"],
  ["a spreadsheet's serial number for the day of application", { ...goodRequest, asOf: 45536 }, "invalidValue", "asOf"],
  ["a spreadsheet's serial number for a month", premium({ month: "45536" }), "invalidValue", "facts.month"],
  ...["\u00ad", "\u115f", "\u180e", "\u200b", "\u2066", "\u206f", "\u2800", "\u3164", "\ufe0f", "\u{e0020}"].map((sign) => {
    const code = sign.codePointAt(0).toString(16).padStart(4, "0");
    return [`U+${code}, which nobody sees, in a name`, refund({ [`premiumPaid${sign}`]: "1" }), "unknownField", `facts.premiumPaid\\u${code}`];
  }),
].map(([what, request, code, field]) => ({ what, request, code, field }));

// Every screen of the page, for what holds of all of them.

import { sample } from "../../tier.mjs";
import { HIRES, requestOf } from "./cases.mjs";
import {
  typeHiringSubsidy, typePremium, typeRefund, typeSizeClass, typeSkillSubsidy, typeUnemploymentBenefit,
} from "./forms.mjs";

/** The screens without a calculator's answer, by their addresses. */
export const PAGES = ["", "?c=rounds", "?c=guide", "?c=student", "?c=entitled", "?c=promote"];

/** A form with its answer: what it is, how it is typed, and what. */
export const FORMS = [
  ["a refund", typeRefund, requestOf("R12")],
  ["a skill subsidy", typeSkillSubsidy, requestOf("S09")],
  ["a premium", typePremium, { ...requestOf("P02"), facts: { ...requestOf("P02").facts, headcount: 120, months: 12 } }],
  ["a benefit", typeUnemploymentBenefit, requestOf("U03")],
  ["a size class", typeSizeClass, requestOf("Z01")],
  ["a hiring subsidy", typeHiringSubsidy, HIRES],
];

/** With the longest figures. */
const LARGEST = ["the largest refund", typeRefund, { ...requestOf("R01"), facts: { ...requestOf("R01").facts, premiumPaid: "1000000000000", size: undefined } }];

/**
 * For what follows from the form alone, which one program draws for every measure: every form where everything is tried, and in
 * the gate the two that have every kind of question, rows and the longest figures.
 */
export const SAMPLED_FORMS = sample([LARGEST, FORMS[1]], [...FORMS, LARGEST]);

/** An address that also says in which way the page is shown. */
export const withMode = (address, way) => [address.slice(1), way].filter(Boolean).join("&").replace(/^(?=.)/, "?");

// The cases that every peer is asked, and what must come out. A case is the API's facts of a refund, with `asOf`.

/** What decides whether the refund is due; the size and the premium only move its amount. */
const DECISIVE = ["applicant", "averageInsured", "benefitDrawers", "fullyPaidMonths", "creditListings", "zombie"];

const DAY = 86_400_000;

/** An employer that is due the refund on the rule's last day, of any size. */
export const plainCase = (figures, size = "large", premiumPaid = "109207.30") => ({
  asOf: figures.to,
  applicant: "enterprise",
  size,
  averageInsured: "200",
  benefitDrawers: 1,
  fullyPaidMonths: figures.fully_paid_months,
  premiumPaid,
  creditListings: [],
  zombie: false,
});

/** 分 as 元. */
export const yuan = (fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

/** The share of a premium in whole numbers: 分 and thousandths of a per cent, half a 分 made a whole one. */
export const shareOf = (fen, milliPercent) => Number((BigInt(fen) * BigInt(milliPercent) + 50_000n) / 100_000n);

/**
 * A number of premiums in 分, spread over 0…`most`, whose share is as near to half a 分 as that rate allows: exactly
 * where possible (30 %), else within about a tenth of a 分 (60 %).
 */
export function halfFenPremiums(milliPercent, count, most) {
  const fromHalf = (fen) => Math.abs((fen * milliPercent) % 100_000 - 50_000);
  const nearest = Math.min(...Array.from({ length: 100 }, (_, fen) => fromHalf(fen)));
  // One less, so that the last digits are not always the same.
  const stride = Math.floor(most / count) - 1;
  return Array.from({ length: count }, (_, index) => {
    let fen = index * stride;
    while (fromHalf(fen) !== nearest) fen += 1;
    return fen;
  });
}

/** Every way to leave facts out of a case that is due: whether the answer may still say so. */
export function blankedCases(figures) {
  const whole = plainCase(figures);
  const names = Object.keys(whole).filter((name) => name !== "asOf");
  return Array.from({ length: 2 ** names.length - 1 }, (_, index) => {
    const blank = names.filter((_, bit) => (index + 1) & (1 << bit));
    const facts = Object.fromEntries(Object.entries(whole).filter(([name]) => !blank.includes(name)));
    return { facts, mayBeEligible: !blank.some((name) => DECISIVE.includes(name)) };
  });
}

/** The case on each of the 365 days after the rule's last. */
export function daysAfter(figures) {
  const last = Date.parse(figures.to);
  const day = (later) => new Date(last + later * DAY).toISOString().slice(0, 10);
  return Array.from({ length: 365 }, (_, index) => ({ ...plainCase(figures), asOf: day(index + 1) }));
}

/** Rows as an office would have them: sizes, premiums and recipients differ, some employers are over the limit. */
export function rowsOf(figures, count) {
  const sizes = ["large", "medium", "small", "micro"];
  return Array.from({ length: count }, (_, index) => ({
    ...plainCase(figures, sizes[index % sizes.length], yuan(12_345 + index * 1_999)),
    averageInsured: String(20 + index % 500),
    benefitDrawers: index % 9,
  }));
}

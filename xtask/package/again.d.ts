// The same calls as those of `wengang`.

export * from "wengang";
export { default } from "wengang";

import "i18next";
import type { en } from "./en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: typeof en;
    defaultNS: false;
    keySeparator: false;
    returnNull: false;
    returnObjects: false;
  }
}

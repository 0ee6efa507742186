import * as z from "zod";

/**
 * Imported before anything that makes a schema. Without it zod tries `new Function` once, which the
 * content security policy refuses and the browser reports.
 */
z.config({ jitless: true });

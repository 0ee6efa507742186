/** How people write in a hurry, which the library does not read by itself. */
export const SPELLINGS = {
  words: {
    u: "you",
    ur: "your",
    r: "are",
    cuz: "because",
    cos: "because",
    pls: "please",
    plz: "please",
  },
  contractions: [
    { word: "alwasy", out: ["always"] },
    { word: "allways", out: ["always"] },
    { word: "nevr", out: ["never"] },
    { word: "youve", out: ["you", "have"] },
    { word: "youre", out: ["you", "are"] },
    { word: "youll", out: ["you", "will"] },
    { word: "didnt", out: ["did", "not"] },
    { word: "wasnt", out: ["was", "not"] },
    { word: "werent", out: ["were", "not"] },
    ...[
      "ca|can",
      "wo|will",
      "would",
      "could",
      "should",
      "have",
      "has",
      "had",
      "does",
      "is",
      "are",
      "ai|is",
    ].map((verb) => {
      const [short = verb, whole = short] = verb.split("|");
      return { word: `${short}nt`, out: [whole, "not"] };
    }),
    { word: "thats", out: ["that", "is"] },
    { word: "whats", out: ["what", "is"] },
    { word: "theres", out: ["there", "is"] },
    { word: "theyre", out: ["they", "are"] },
    { word: "gotta", out: ["got", "to"] },
  ],
} as const;

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
    { word: "gotta", out: ["got", "to"] },
  ],
} as const;

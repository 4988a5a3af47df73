// A small set that people use with a shop, by feeling and gesture; the system's own panel has all the others.

export const emoji = Array.from('😀😄😊😉😍😂🤔😅😢😭😡😱👍👎👌🙏👏💪👋🤝🎉🌹🎁📦')

export const emojiColumns = 8

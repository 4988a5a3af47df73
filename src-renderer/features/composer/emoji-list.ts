// The emoji that people in customer service use, in rows by mood. Not a catalogue: the system's own picker has the rest.

export const emojiColumns = 8

export const emojis: readonly string[] = [
  '😊 🙂 😄 😁 😂 😉 😍 🥰',
  '🤗 🤔 😅 😌 😮 😢 😭 😔',
  '😳 😬 🙄 😴 😎 🥳 🤩 🫡',
  '👍 👌 🙏 👏 🙌 💪 🤝 👋',
  '✌️ 👀 🫶 🌹 🌸 ☕ 🎁 🎉',
  '❤️ 💚 💙 ✨ ⭐ 🔥 💯 ✅',
  '❌ ⚠️ ❓ 💡 📌 📎 📦 🚚',
  '💳 🧾 💰 🔧 📷 📞 📧 ⏰',
].flatMap((row) => row.split(' '))

// The product's mark: the bell on a front desk. The same drawing as resources/icon.svg.

export function BrandMark({ size = 28 }: Readonly<{ size?: number }>) {
  return (
    <svg viewBox="0 0 512 512" width={size} height={size} aria-hidden>
      <rect x="16" y="16" width="480" height="480" rx="112" fill="#0f6e70" />
      <g transform="translate(0 16)">
        <path d="M136 300a120 120 0 0 1 240 0z" fill="#fff" />
        <rect x="108" y="324" width="296" height="40" rx="20" fill="#fff" />
        <rect x="240" y="140" width="32" height="44" rx="10" fill="#fff" />
        <circle cx="256" cy="136" r="22" fill="#fff" />
      </g>
    </svg>
  )
}

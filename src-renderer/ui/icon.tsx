// A lucide icon in the house stroke. Decorative: the control around it carries the words.
import type { LucideIcon } from 'lucide-react'

export type IconSize = 16 | 20

export function Icon(props: Readonly<{ of: LucideIcon; size?: IconSize | undefined; className?: string | undefined }>) {
  const { of: Drawing, size = 16, className } = props
  return <Drawing aria-hidden size={size} strokeWidth={1.75} className={className} />
}

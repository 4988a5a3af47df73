// A turning ring, for the rare wait that has no shape to show. Prefer a skeleton, a progress bar or words.
import styles from './spinner.module.css'
import { classNames } from './class-names.ts'

export function Spinner(props: Readonly<{ label: string; className?: string | undefined }>) {
  return (
    <span role="status" className={classNames(styles.spinner, props.className)}>
      <span className="spoken">{props.label}</span>
    </span>
  )
}

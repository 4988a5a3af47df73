// A file dropped where nothing takes it would replace the whole desk with that file.
import { useEffect } from 'react'

const stop = (event: DragEvent): void => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

export function useNoStrayDrops(): void {
  useEffect(() => {
    window.addEventListener('dragover', stop)
    window.addEventListener('drop', stop)
    return () => {
      window.removeEventListener('dragover', stop)
      window.removeEventListener('drop', stop)
    }
  }, [])
}

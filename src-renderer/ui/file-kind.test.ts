import { describe, expect, it } from 'vitest'
import { fileKind, splitFileName } from './file-kind.ts'

describe('file names', () => {
  it('[look] a cut name keeps its ending', () => {
    expect(splitFileName('报价单 final.xlsx')).toEqual(['报价单 final', '.xlsx'])
    expect(splitFileName('.gitignore')).toEqual(['.gitignore', ''])
    expect(splitFileName('README')).toEqual(['README', ''])
    expect(splitFileName('a.very-long-ending')).toEqual(['a.very-long-ending', ''])
  })

  it('[look] the ending decides the icon, whatever its case', () => {
    expect(['a.PNG', 'b.xlsx', 'c.pdf', 'd.7z', 'e', 'f.exe'].map(fileKind)).toEqual([
      'image',
      'table',
      'text',
      'archive',
      'other',
      'other',
    ])
  })
})

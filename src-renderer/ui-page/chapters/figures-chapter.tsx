// Figures as pictures: bars on a baseline, the shape of an hour, how full somebody's hands are.
import { useFormat } from '../../i18n/use-format.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { LoadBar } from '../../ui/load-bar.tsx'
import { SparkLine } from '../../ui/spark-line.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'

const values = [4, 9, 12, 7, 0, null, 3, 18, 22, 17, 16, 9, 5, 8]

export function FiguresChapter() {
  const { report } = useWords()
  const format = useFormat()
  return (
    <Specimens>
      <Specimen code="bar chart" layout="column" wide>
        <BarChart
          label={report.chart}
          format={format.number}
          bars={values.map((value, index) => ({
            key: index,
            value,
            told: `${index + 8}:00 · ${value === null ? '–' : format.number(value)}`,
            tick: index % 4 === 0 ? `${index + 8}:00` : undefined,
          }))}
        />
      </Specimen>
      <Specimen code="spark line · with a gap, of zeros">
        <span style={{ inlineSize: 160, blockSize: 36 }}>
          <SparkLine values={values} />
        </span>
        <span style={{ inlineSize: 160, blockSize: 36 }}>
          <SparkLine values={[0, 0, 0]} />
        </span>
      </Specimen>
      <Specimen code="load bar · free, half, full, over" layout="column" wide>
        {[0, 3, 5, 9].map((load) => (
          <LoadBar key={load} load={load} capacity={5} />
        ))}
      </Specimen>
    </Specimens>
  )
}

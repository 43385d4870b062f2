import DebriefModel
import TUI

/// The mouse at a question: it puts the cursor into what is typed, the bar on an answer, and a tick into a
/// box. Answered is only by a key, or by pointing at an answer twice.
extension ChecklistPane {
  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    guard let wizard = desk.folder?.wizard, let entry = entry(wizard), stage == .asking else {
      return []
    }
    if let number = at.text, let place = at.place, field.parts.indices.contains(number) {
      field.at = number
      field.parts[number].area.point(
        x: place.x, y: place.y, width: place.size.width, height: place.size.height)
      (isOut, isPassing) = (false, false)
      return []
    }
    let options = ChecklistPane.options(entry, wizard, filter: field.text)
    if let row = at.row, options.indices.contains(row) { option = row }
    if let item = at.item, options.indices.contains(item) {
      option = item
      tick(options[item])
    }
    return []
  }
}

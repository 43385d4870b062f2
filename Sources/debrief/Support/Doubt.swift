import DebriefModel
import DebriefRunner

/// Says of what was written which days cannot both be so, what follows, and what to do.
func doubt(_ change: Change, in dossier: Dossier?, at now: Moment) {
  let doubts = DayOrder.news(change, in: dossier, now: now)
  doubts.forEach(complain)
  if !doubts.isEmpty {
    complain(
      "It's saved as you wrote it. debrief correct changes a date, and debrief undo removes it.")
  }
}

/// What the words of a weakness are about: an answer that was given, or something nobody could have heard, such
/// as a bad night, a late train, a test on paper, or what was never said.
enum MomentWords {
  /// Whether a weakness in these words can have its moment in an answer. What isn't known to be elsewhere can.
  static func areAboutAnswers(_ statement: String) -> Bool {
    let text = statement.lowercased().map { $0 == "\u{2019}" ? "'" : $0 }
    let words = String(text).split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    let line = " " + words.joined(separator: " ") + " "
    if unsaid.contains(where: { line.contains(" \($0) ") }) { return false }
    if words.contains(where: isOfAnswers) { return true }
    return !words.contains(where: isElsewhere)
      && !phrases.contains { line.contains(" \($0) ") }
  }

  /// Words that say that nothing was said: there is no moment of it.
  private static let unsaid: Set<String> = [
    "unsaid", "never said", "never mentioned", "never asked", "never told", "never explained",
    "never brought up", "never got to", "didn't say", "didn't mention", "didn't ask", "didn't tell",
    "didn't explain", "didn't bring up", "didn't come across", "didn't get to", "did not say",
    "did not mention", "did not ask", "did not tell", "did not bring up", "forgot to say",
    "forgot to mention", "forgot to ask", "forgot to tell", "hardly asked", "asked no",
    "asked nothing",
    "asked them only one", "had no questions", "said nothing about", "left out", "should have said",
    "should have mentioned", "should have asked", "could have said", "could have mentioned",
    "could have asked",
    // The interview as a whole is no moment, either.
    "worse than expected", "like myself", "like yourself", "just questions and answers",
    "past questions and answers",
  ]

  /// Words of what is said in an interview, by their beginnings: they weigh more than a word of elsewhere.
  private static let answers = [
    "answer", "replied", "reply", "respon", "explain", "explanation", "rambl", "mumbl", "interrupt",
    "sentence", "wording", "phras", "anecdot", "stutter", "stammer", "waffl", "contradict",
    "exaggerat",
    "badmouth", "describ",
  ]

  /// The same as whole words.
  private static let answerWords: Set<String> = [
    "question", "questions", "said", "saying", "told", "telling", "talked", "talking", "story",
    "stories",
    "example", "examples", "spoke", "speaking",
  ]

  /// Words of what is no matter of words, by their beginnings.
  private static let elsewhereStems = [
    "sleep", "slept", "tired", "exhaust", "headache", "migraine", "hungover", "hungry", "prepar",
    "rehears", "homework", "cloth", "dress", "outfit", "document", "certificat", "portfolio",
    "résum",
    "resum", "microphone", "webcam", "camera", "headset", "wifi", "internet", "laptop", "battery",
    "traffic", "parking", "assignment", "assessment", "lighting",
  ]

  /// The same as whole words.
  private static let elsewhereWords: Set<String> = [
    "late", "delayed", "ill", "sick", "flu", "fever", "train", "bus", "subway", "tram", "taxi",
    "flight",
    "test", "tests", "exam", "exams", "quiz", "puzzle", "challenge", "cv", "reference",
    "references",
    "paperwork", "transcript", "transcripts", "diploma", "shirt", "tie", "shoes", "hair", "jeans",
    "mic",
    "wi", "login", "password", "zoom", "lag", "charger", "phone", "alarm", "overslept", "oversleep",
    "awake", "insomnia", "nap", "breakfast", "lunch", "coffee", "email", "emails", "deadline",
    "weather",
    "rain", "practice", "practiced", "practicing", "practised", "researched", "researching",
    "notes",
    "notebook", "pen", "noise", "noisy", "dog", "doorbell",
  ]

  /// Several words of it.
  private static let phrases: Set<String> = [
    "take home", "takehome", "case study", "cover letter", "thank you", "read up", "on time",
    "wrong day", "wrong hour", "wrong time", "wrong place", "time zone", "off day", "bad day",
    "the sound", "the audio", "the video", "the connection", "my suit", "the suit", "a suit",
    "no research", "the research", "enough research", "more research", "got lost", "lost my way",
    "wrong address",
  ]

  private static func isOfAnswers(_ word: String) -> Bool {
    answerWords.contains(word) || answers.contains { word.hasPrefix($0) }
  }

  private static func isElsewhere(_ word: String) -> Bool {
    elsewhereWords.contains(word) || elsewhereStems.contains { word.hasPrefix($0) }
  }
}

import DebriefModel

/// How mail programs of many languages mark an older mail in a newer one: what they write above a mail that is
/// passed on, the names they have for its fields, and the line that says who wrote what is quoted below it.
enum QuotedMail {
  // MARK: - Marks

  /// What stands above a mail that is passed on.
  private static let forwards: Set<String> = [
    "forwarded message", "begin forwarded message", "forwarded by", "weitergeleitete nachricht",
    "anfang der weitergeleiteten nachricht", "message transféré", "message transmis",
    "message réexpédié", "début du message transféré", "début du message réexpédié",
    "mensaje reenviado", "inicio del mensaje reenviado", "messaggio inoltrato",
    "inoltrato messaggio", "inizio messaggio inoltrato", "doorgestuurd bericht",
    "begin doorgestuurd bericht", "mensagem encaminhada", "mensagem reencaminhada",
    "início da mensagem reencaminhada", "início da mensagem encaminhada",
    "vidarebefordrat meddelande", "vidarebefordrat brev", "vidarebefordrat mejl",
    "videresendt meddelelse", "videresendt besked", "videresendt melding", "välitetty viesti",
    "wiadomość przekazana dalej", "przekazana wiadomość", "treść przekazanej wiadomości",
    "přeposlaná zpráva", "preposlaná správa", "továbbított üzenet",
    "mesaj redirecționat", "iletilen mesaj", "yönlendirilmiş ileti", "пересылаемое сообщение",
    "пересланное сообщение", "переслане повідомлення", "προωθημένο μήνυμα", "הודעה שהועברה",
    "رسالة معاد توجيهها", "転送メッセージ", "転送されたメッセージ", "转发的邮件", "转发邮件信息", "转发邮件",
    "轉寄郵件", "已轉寄的郵件", "전달된 메시지", "전달된 메일",
  ]

  /// What stands above a mail that is answered.
  private static let originals: Set<String> = [
    "original message", "original appointment", "ursprüngliche nachricht",
    "ursprünglicher termin", "originalnachricht", "message d'origine", "message d’origine",
    "message original", "mensaje original", "messaggio originale", "oorspronkelijk bericht",
    "mensagem original", "ursprungligt meddelande", "originalmeddelande",
    "oprindelig meddelelse", "opprinnelig melding", "alkuperäinen viesti",
    "oryginalna wiadomość", "wiadomość oryginalna", "původní zpráva", "pôvodná správa",
    "eredeti üzenet", "mesaj original", "orijinal ileti", "özgün ileti", "исходное сообщение",
    "αρχικό μήνυμα", "元のメッセージ", "原始邮件", "原始郵件", "邮件原件", "원본 메시지", "원본 메일",
  ]

  /// The names of the fields.
  private static let fields: [String: String] = {
    let names: [(String, [String])] = [
      (
        "from",
        [
          "from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "feladó", "kimden",
          "gönderen", "от", "від", "από", "מאת", "من", "差出人", "送信者", "发件人", "寄件者", "寄件人",
          "보낸 사람", "보낸사람",
        ]
      ),
      (
        "date",
        [
          "date", "sent", "datum", "gesendet", "envoyé", "envoyé le", "fecha", "enviado",
          "enviado el", "enviado em", "enviada em", "enviada", "data", "inviato", "verzonden",
          "skickat", "sendt", "dato", "lähetetty", "päivä", "päiväys", "päivämäärä", "wysłano",
          "odesláno", "odoslané", "dátum", "küldve", "elküldve", "trimis", "gönderildi",
          "gönderme tarihi", "tarih", "отправлено", "дата", "надіслано", "στάλθηκε", "ημερομηνία",
          "נשלח", "תאריך", "التاريخ", "تاريخ الإرسال", "送信日時", "日時", "日付", "发送时间", "发送日期",
          "日期", "寄件日期", "傳送時間", "보낸 날짜", "날짜",
        ]
      ),
      (
        "subject",
        [
          "subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "assunto", "ämne",
          "emne", "aihe", "temat", "předmět", "predmet", "tárgy", "subiect", "konu", "тема", "θέμα",
          "נושא", "الموضوع", "件名", "主题", "主旨", "제목",
        ]
      ),
      (
        "to",
        [
          "to", "an", "à", "para", "a", "aan", "till", "til", "vastaanottaja", "do", "komu",
          "címzett", "către", "kime", "alıcı", "кому", "προς", "אל", "إلى", "宛先", "收件人", "收件者",
          "받는 사람", "받는사람", "cc", "bcc", "kopie", "copie à", "kopia", "kopi", "kopio", "kópia",
          "copia", "bilgi", "копия", "копія", "κοιν", "抄送", "副本", "참조", "reply-to", "antwort an",
          "répondre à", "responder a", "svar til", "svar till", "message-id",
        ]
      ),
    ]
    return Dictionary(
      names.flatMap { name, all in all.map { ($0, name) } }, uniquingKeysWith: { first, _ in first }
    )
  }()

  /// What ends the line that says who wrote what is quoted, for what no address or date tells.
  private static let endings = [
    "wrote", "schrieb", "a écrit", "escribió", "ha scritto", "schreef", "skrev", "napisał",
    "napisała", "napisał(a)", "pisze", "escreveu", "kirjoitti", "napsal", "napsala", "napsal(a)",
    "napísal", "napísala", "írta", "a scris", "yazdı", "şunu yazdı", "пишет", "написал",
    "написала", "написал(а)", "пише", "έγραψε", "כתב", "כתב/ה", "كتب", "写道", "寫道", "のメール",
    "のメッセージ", "さんは書きました", "님이 작성", "님이 작성함",
  ]
  /// How such a line begins where it goes on in the next.
  private static let starts = [
    "on ", "am ", "le ", "el ", "il ", "op ", "den ", "em ", "dnia ", "w dniu ", "dne ", "în ",
    "a ", "na ",
  ]

  /// How the subject of a mail begins that is passed on.
  private static let passedOn: Set<String> = [
    "fw", "fwd", "wg", "tr", "rv", "i", "doorst", "enc", "vl", "vb", "vs", "pd", "fs",
    "továbbítás", "ilt", "прд", "转发", "轉寄", "転送", "전달",
  ]

  // MARK: - Reading

  /// Whether a subject says that a mail is passed on.
  static func isForward(_ subject: String) -> Bool {
    guard let colon = subject.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    return passedOn.contains(subject[..<colon].trimmed.lowercased())
  }

  /// Where the fields of a mail that was passed on begin; nil where none is. All of it may be quoted.
  static func forward(_ lines: [String], _ at: Int) -> Int? {
    let line = lines[at].trimmed.trimming { "-_=> *:：".contains($0) }.lowercased()
    guard
      forwards.contains(line) || line.hasPrefix("forwarded message from")
        || line.hasPrefix("forwarded by")
    else { return nil }
    let next = lines.indices[(at + 1)...].first {
      !lines[$0].allSatisfy { $0 == ">" || $0.isWhitespace }
    }
    return next.flatMap { field(lines[$0]) != nil ? $0 : nil }
  }

  /// Whether a line says that the mail that is answered follows.
  static func isOriginal(_ line: String) -> Bool {
    guard line.hasPrefix("-") || line.hasPrefix("_") else { return false }
    return originals.contains(line.trimming { "-_=> :：".contains($0) }.lowercased())
  }

  /// Whether the fields of an older mail begin here, as Outlook quotes it: a writer, and a date or subject
  /// close behind.
  static func isOutlook(_ lines: [String], _ at: Int) -> Bool {
    guard let (name, _) = field(lines[at]), name == "from" else { return false }
    let next = lines[(at + 1)...].prefix(4).compactMap { field($0)?.name }
    return next.contains("date") && (next.contains("subject") || next.contains("to"))
  }

  /// How many lines say who wrote what is below, and whether that has the marks of what is quoted; nil where
  /// none does.
  static func attribution(_ lines: [String], _ at: Int) -> (length: Int, isQuoted: Bool)? {
    for length in 1...3 where at + length <= lines.count {
      let parts = lines[at..<(at + length)].map(\.trimmed)
      // A line before it is one of the text, unless it begins as such a sentence does.
      let first = parts[0].lowercased()
      let isBegun =
        starts.contains(where: first.hasPrefix) || first.first?.isNumber == true
        || parts[0].contains("@")
      guard length == 1 || isBegun, !parts.contains("") else { return nil }
      let words = parts.joined(separator: " ")
      guard words.utf8.count < 400 else { return nil }
      guard let last = words.last, last == ":" || last == "：" else { continue }
      let low = words.dropLast().trimmed.lowercased()
      let below = lines[(at + length)...].first { !$0.trimmed.isEmpty }
      let isQuoted = below?.trimmed.hasPrefix(">") == true
      if endings.contains(where: low.hasSuffix) || low.hasPrefix("am ") && low.contains(" schrieb ")
      {
        // Somebody may tell what others wrote: without marks, it takes an address and a date.
        guard isQuoted || low.contains("@") && low.contains(where: \.isNumber) else { return nil }
        return (length, isQuoted)
      }
      // In any language: a whole date and an address, right above what is quoted.
      guard isQuoted, low.contains("@"), low.filter(\.isNumber).count > 4 else { continue }
      return (length, true)
    }
    return nil
  }

  /// A field of an older mail by its name in English; nil for what is none.
  static func field(_ line: String) -> (name: String, value: String)? {
    let line = line.trimmed.trimming { "> ".contains($0) }
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let name = line[..<colon].trimmed.trimming { $0 == "*" }.lowercased()
    guard let known = fields[name] else { return nil }
    return (known, line[line.index(after: colon)...].trimmed.trimming { $0 == "*" || $0 == " " })
  }
}

import DebriefModel

/// The zones of Windows, as Outlook and Exchange name them, by the place that the IANA database names them by.
enum WindowsZones {
  /// The place of a zone: of its name (`W. Europe Standard Time`), or of the list it is chosen from
  /// (`(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`). Nil for what is neither.
  static func place(_ name: String) -> String? {
    var plain = plain(name)
    if let place = places[plain] { return place }
    // Summer has a name of its own, and the same clock.
    for ending in [" daylight time", " summer time"] where plain.hasSuffix(ending) {
      plain = String(plain.dropLast(ending.count)) + " standard time"
      if let place = places[plain] { return place }
    }
    guard name.first == "(", let end = name.firstIndex(of: ")") else { return nil }
    let rest = String(name[name.index(after: end)...])
    if let place = cities[self.plain(rest)] { return place }
    // One city stands in two places: the place that more of them are in is meant.
    var votes: [String: Int] = [:]
    for city in rest.split(whereSeparator: { ",/;".contains($0) }) {
      if let place = cities[self.plain(String(city))] { votes[place, default: 0] += 1 }
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// How many minutes east of Greenwich a name says that a zone is: `UTC-11`, `GMT+0100`,
  /// `(UTC+05:30) Somewhere`.
  static func offset(_ name: String) -> Int? {
    let upper = name.uppercased()
    guard let range = ["UTC", "GMT"].compactMap({ upper.firstRange(of: $0) }).first else {
      return nil
    }
    guard upper[..<range.lowerBound].allSatisfy({ !$0.isLetter && !$0.isNumber }) else {
      return nil
    }
    let rest = upper[range.upperBound...].drop { $0 == " " }
    guard let sign = rest.first, "+-−".contains(sign) else {
      let ends = rest.first.map { !$0.isLetter && !$0.isNumber } ?? true
      return ends && (upper.first == "(" || rest.isEmpty) ? 0 : nil
    }
    let figures = rest.dropFirst().prefix { $0.isASCII && ($0.isNumber || ":.".contains($0)) }
    let parts = figures.split(whereSeparator: { ":.".contains($0) }).map(String.init)
    var (hours, minutes) = (parts.first ?? "", parts.count > 1 ? parts[1] : "0")
    if parts.count == 1, (3...4).contains(hours.count) {
      minutes = String(hours.suffix(2))
      hours = String(hours.dropLast(2))
    }
    guard let hour = Int(hours), let minute = Int(minutes), hour <= 14, minute < 60 else {
      return nil
    }
    return (sign == "+" ? 1 : -1) * (hour * 60 + minute)
  }

  /// Whether a name is a distance from UTC and nothing else, so that no clock there is put forward or back.
  static func isOffset(_ name: String) -> Bool {
    name.allSatisfy { "UTCGMutcgm+-−:. ".contains($0) || $0.isNumber } && offset(name) != nil
  }

  private static func plain(_ text: String) -> String {
    NameFolding.words(text).joined(separator: " ")
  }

  private static let rows = table.split(separator: "\n").map { row in
    row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  private static let places: [String: String] = {
    var places: [String: String] = [:]
    for row in rows {
      let bracket = row[0].firstIndex(of: "(")
      // "Pacific Standard Time (Mexico)", "Russia Time Zone 3"
      let name =
        row[0].contains("Time Zone")
        ? row[0]
        : bracket.map { "\(row[0][..<$0])Standard Time \(row[0][$0...])" }
          ?? "\(row[0]) Standard Time"
      places[plain(name)] = row[1]
    }
    return places
  }()

  private static let cities: [String: String] = {
    var cities: [String: String] = [:]
    for row in rows {
      for city in [row[2]] + row[2].split(separator: ",").map(String.init) {
        let plain = plain(city)
        if !plain.isEmpty, cities[plain] == nil { cities[plain] = row[1] }
      }
    }
    return cities
  }()

  /// The name without "Standard Time", the place, and what the list that one chooses from says, as CLDR's
  /// `windowsZones` has them for the whole world. Two that only name their distance from UTC are read by it.
  private static let table = """
    Dateline|UTC-12|International Date Line West
    Aleutian|America/Adak|Aleutian Islands
    Hawaiian|Pacific/Honolulu|Hawaii
    Marquesas|Pacific/Marquesas|Marquesas Islands
    Alaskan|America/Anchorage|Alaska
    Pacific (Mexico)|America/Tijuana|Baja California
    Pacific|America/Los_Angeles|Pacific Time (US & Canada)
    US Mountain|America/Phoenix|Arizona
    Mountain (Mexico)|America/Mazatlan|Chihuahua, La Paz, Mazatlan
    Mountain|America/Denver|Mountain Time (US & Canada)
    Yukon|America/Whitehorse|Yukon
    Central America|America/Guatemala|Central America
    Central|America/Chicago|Central Time (US & Canada)
    Easter Island|Pacific/Easter|Easter Island
    Central (Mexico)|America/Mexico_City|Guadalajara, Mexico City, Monterrey
    Mexico|America/Mexico_City|
    Canada Central|America/Regina|Saskatchewan
    SA Pacific|America/Bogota|Bogota, Lima, Quito, Rio Branco
    Eastern (Mexico)|America/Cancun|Chetumal
    Eastern|America/New_York|Eastern Time (US & Canada)
    Haiti|America/Port-au-Prince|Haiti
    Cuba|America/Havana|Havana
    US Eastern|America/Indiana/Indianapolis|Indiana (East)
    Turks And Caicos|America/Grand_Turk|Turks and Caicos
    Paraguay|America/Asuncion|Asuncion
    Atlantic|America/Halifax|Atlantic Time (Canada)
    Venezuela|America/Caracas|Caracas
    Central Brazilian|America/Cuiaba|Cuiaba
    SA Western|America/La_Paz|Georgetown, La Paz, Manaus, San Juan
    Pacific SA|America/Santiago|Santiago
    Newfoundland|America/St_Johns|Newfoundland
    Tocantins|America/Araguaina|Araguaina
    E. South America|America/Sao_Paulo|Brasilia
    SA Eastern|America/Cayenne|Cayenne, Fortaleza
    Argentina|America/Argentina/Buenos_Aires|City of Buenos Aires, Buenos Aires
    Greenland|America/Nuuk|Greenland
    Montevideo|America/Montevideo|Montevideo
    Magallanes|America/Punta_Arenas|Punta Arenas
    Saint Pierre|America/Miquelon|Saint Pierre and Miquelon
    Bahia|America/Bahia|Salvador
    Mid-Atlantic|UTC-02|Mid-Atlantic
    Azores|Atlantic/Azores|Azores
    Cape Verde|Atlantic/Cape_Verde|Cabo Verde Is., Cape Verde Is.
    GMT|Europe/London|Dublin, Edinburgh, Lisbon, London
    UTC|UTC+00|Coordinated Universal Time
    Greenwich|Atlantic/Reykjavik|Monrovia, Reykjavik
    Sao Tome|Africa/Sao_Tome|Sao Tome
    Morocco|Africa/Casablanca|Casablanca
    W. Europe|Europe/Berlin|Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna
    Central Europe|Europe/Budapest|Belgrade, Bratislava, Budapest, Ljubljana, Prague
    Romance|Europe/Paris|Brussels, Copenhagen, Madrid, Paris
    Central European|Europe/Warsaw|Sarajevo, Skopje, Warsaw, Zagreb
    W. Central Africa|Africa/Lagos|West Central Africa
    Jordan|Asia/Amman|Amman
    GTB|Europe/Bucharest|Athens, Bucharest
    Middle East|Asia/Beirut|Beirut
    Egypt|Africa/Cairo|Cairo
    E. Europe|Europe/Chisinau|Chisinau
    Syria|Asia/Damascus|Damascus
    West Bank|Asia/Hebron|Gaza, Hebron
    South Africa|Africa/Johannesburg|Harare, Pretoria
    FLE|Europe/Kiev|Helsinki, Kyiv, Kiev, Riga, Sofia, Tallinn, Vilnius
    Israel|Asia/Jerusalem|Jerusalem
    South Sudan|Africa/Juba|Juba
    Kaliningrad|Europe/Kaliningrad|Kaliningrad
    Sudan|Africa/Khartoum|Khartoum
    Libya|Africa/Tripoli|Tripoli
    Namibia|Africa/Windhoek|Windhoek
    Arabic|Asia/Baghdad|Baghdad
    Turkey|Europe/Istanbul|Istanbul
    Arab|Asia/Riyadh|Kuwait, Riyadh
    Belarus|Europe/Minsk|Minsk
    Russian|Europe/Moscow|Moscow, St. Petersburg
    E. Africa|Africa/Nairobi|Nairobi
    Volgograd|Europe/Volgograd|Volgograd
    Iran|Asia/Tehran|Tehran
    Arabian|Asia/Dubai|Abu Dhabi, Muscat
    Astrakhan|Europe/Astrakhan|Astrakhan, Ulyanovsk
    Azerbaijan|Asia/Baku|Baku
    Russia Time Zone 3|Europe/Samara|Izhevsk, Samara
    Mauritius|Indian/Mauritius|Port Louis
    Saratov|Europe/Saratov|Saratov
    Georgian|Asia/Tbilisi|Tbilisi
    Caucasus|Asia/Yerevan|Yerevan
    Armenian|Asia/Yerevan|
    Afghanistan|Asia/Kabul|Kabul
    West Asia|Asia/Tashkent|Ashgabat, Tashkent
    Ekaterinburg|Asia/Yekaterinburg|Ekaterinburg
    Pakistan|Asia/Karachi|Islamabad, Karachi
    Qyzylorda|Asia/Qyzylorda|Qyzylorda, Astana
    India|Asia/Kolkata|Chennai, Kolkata, Mumbai, New Delhi
    Sri Lanka|Asia/Colombo|Sri Jayawardenepura
    Nepal|Asia/Kathmandu|Kathmandu
    Central Asia|Asia/Bishkek|Bishkek
    Bangladesh|Asia/Dhaka|Dhaka
    Omsk|Asia/Omsk|Omsk
    Myanmar|Asia/Yangon|Yangon (Rangoon)
    SE Asia|Asia/Bangkok|Bangkok, Hanoi, Jakarta
    Altai|Asia/Barnaul|Barnaul, Gorno-Altaysk
    W. Mongolia|Asia/Hovd|Hovd
    North Asia|Asia/Krasnoyarsk|Krasnoyarsk
    N. Central Asia|Asia/Novosibirsk|Novosibirsk
    Tomsk|Asia/Tomsk|Tomsk
    China|Asia/Shanghai|Beijing, Chongqing, Hong Kong, Urumqi
    North Asia East|Asia/Irkutsk|Irkutsk
    Singapore|Asia/Singapore|Kuala Lumpur, Singapore
    W. Australia|Australia/Perth|Perth
    Taipei|Asia/Taipei|Taipei
    Ulaanbaatar|Asia/Ulaanbaatar|Ulaanbaatar
    Aus Central W.|Australia/Eucla|Eucla
    Transbaikal|Asia/Chita|Chita
    Tokyo|Asia/Tokyo|Osaka, Sapporo, Tokyo
    North Korea|Asia/Pyongyang|Pyongyang
    Korea|Asia/Seoul|Seoul
    Yakutsk|Asia/Yakutsk|Yakutsk
    Cen. Australia|Australia/Adelaide|Adelaide
    AUS Central|Australia/Darwin|Darwin
    E. Australia|Australia/Brisbane|Brisbane
    AUS Eastern|Australia/Sydney|Canberra, Melbourne, Sydney
    West Pacific|Pacific/Port_Moresby|Guam, Port Moresby
    Tasmania|Australia/Hobart|Hobart
    Vladivostok|Asia/Vladivostok|Vladivostok
    Lord Howe|Australia/Lord_Howe|Lord Howe Island
    Bougainville|Pacific/Bougainville|Bougainville Island
    Russia Time Zone 10|Asia/Srednekolymsk|Chokurdakh
    Magadan|Asia/Magadan|Magadan
    Norfolk|Pacific/Norfolk|Norfolk Island
    Sakhalin|Asia/Sakhalin|Sakhalin
    Central Pacific|Pacific/Guadalcanal|Solomon Is., New Caledonia
    Russia Time Zone 11|Asia/Kamchatka|Anadyr, Petropavlovsk-Kamchatsky
    Kamchatka|Asia/Kamchatka|
    New Zealand|Pacific/Auckland|Auckland, Wellington
    Fiji|Pacific/Fiji|Fiji
    Chatham Islands|Pacific/Chatham|Chatham Islands
    Tonga|Pacific/Tongatapu|Nuku'alofa
    Samoa|Pacific/Apia|Samoa
    Line Islands|Pacific/Kiritimati|Kiritimati Island
    """
}

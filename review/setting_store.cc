#include "review/setting_store.h"

namespace planmark {

void store_setting(Transaction& change, const Setting& setting, const std::string& why, const Act& by) {
  change.prepare("INSERT INTO setting (name, value, person, at, why) VALUES (?, ?, ?, ?, ?)")
      .run(storable_text(setting.name), storable_text(setting.value), storable_text(by.person), by.at,
           storable_text(why));
  note(change, {.at = by.at,
                .person = by.person,
                .kind = "setting",
                .subject = setting.name,
                .what = setting.what,
                .why = why});
}

}  // namespace planmark

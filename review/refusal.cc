#include "review/refusal.h"

#include "review/database.h"
#include "review/event.h"
#include "review/workspace.h"

namespace planmark {

Result<void> note_refusal(Workspace& workspace, const Refusal& refusal) {
  constexpr std::size_t most = 200;  // bytes
  Transaction change(workspace.database(), Transaction::Kind::write);
  note(change, {.at = refusal.at,
                .person = refusal.person.substr(0, most),
                .kind = "refused",
                .subject = refusal.address.substr(0, most),
                .what = refusal.request.substr(0, most),
                .why = refusal.why.substr(0, most)});
  return change.commit();
}

}  // namespace planmark

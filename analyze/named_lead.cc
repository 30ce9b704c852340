#include "analyze/named_lead.h"

#include <algorithm>
#include <string>
#include <utility>

#include "analyze/finding.h"
#include "analyze/lead_reading.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"
#include "base/format.h"

namespace planmark {
namespace {

constexpr std::size_t most_evidence = 3;
constexpr std::size_t most_counter = 5;
constexpr std::uint32_t longest_phrase = 100;  // bytes
constexpr std::size_t most_of_one_kind = 2;    // near misses of one concept

class LeadDraft {
 public:
  LeadDraft(const Question& question, const DraftInputs& inputs)
      : question_(question),
        inputs_(inputs),
        marker_(question, inputs),
        readings_(read_leads(question, marker_)),
        best_(best_of(readings_)),
        rival_(best_ == nullptr ? nullptr : rival_of(readings_, *best_, inputs.document)),
        topic_(inputs.rules.concepts[inputs.rules.concept_index(question.concepts.front())].name) {}

  Draft write() {
    draft_.question = question_.id;
    draft_.searched = searched_for(concepts_searched(), inputs_);
    if (best_ != nullptr)
      write_holder(*best_);
    else
      write_nobody();
    add_claims_that_do_not_count();
    add_near_misses();
    return std::move(draft_);
  }

 private:
  void write_holder(const LeadReading& reading) {
    const Holder& holder = reading.claim.holder;
    Answer& answer = draft_.answer;
    answer.lead = reading.status();
    answer.role = post_of(reading);
    const std::string_view state = state_of(holder.presence);
    if (answer.lead == LeadStatus::named)
      answer.person = names_of(holder, inputs_.document);
    else if (!state.empty())
      answer.role += format(" ({})", state);
    add_evidence(reading);
    add_clauses(reading);
    draft_.confidence = confidence_of(reading);
    draft_.reason = reason_of(reading);
  }

  std::string post_of(const LeadReading& reading) const {
    const std::optional<Mark>& post = reading.claim.holder.post;
    return post ? std::string(slice(inputs_.document.text, post->printed)) : phrase_of(reading.claim);
  }

  // "executive lead for children", as printed where role and subject stand together.
  std::string phrase_of(const RoleClaim& claim) const {
    const Span whole{std::min(claim.role.printed.begin, claim.subject.printed.begin),
                     std::max(claim.role.printed.end, claim.subject.printed.end)};
    const Span sentence = inputs_.sentences[claim.sentences.front()].span;
    if (!sentence.contains(whole) || whole.size() > longest_phrase) return "lead for " + topic_;
    const std::string phrase(slice(inputs_.document.text, whole));
    return phrase.find_first_of(":;(\t") == std::string::npos ? phrase : "lead for " + topic_;
  }

  std::string reason_of(const LeadReading& reading) const {
    const Holder& holder = reading.claim.holder;
    const std::string_view state = state_of(holder.presence);
    if (rival_ != nullptr)
      return format("Two places disagree: {} and {} are both given as lead for {}.",
                    names_of(holder, inputs_.document), names_of(rival_->claim.holder, inputs_.document),
                    topic_);
    if (reading.status() == LeadStatus::named && reading.two_hops)
      return format("The lead for {} is given by post ({}), and another place names its holder: {}.", topic_,
                    post_of(reading), names_of(holder, inputs_.document));
    if (reading.status() == LeadStatus::named)
      return format("{} is named as lead for {}{}.", names_of(holder, inputs_.document), topic_,
                    holder.interim ? ", for the time being" : "");
    if (!state.empty())
      return format("The role of lead for {} exists, but nobody is shown to hold it: {}.", topic_, state);
    return format("The lead for {} is given by post only ({}); no name goes with the post.", topic_,
                  post_of(reading));
  }

  bool others_name_the_post_differently(const LeadReading& reading) const {
    if (!reading.claim.holder.person) return false;
    const std::string name = names_of(reading.claim.holder, inputs_.document);
    const auto surname = [](const std::string& full) { return full.substr(full.rfind(' ') + 1); };
    return std::any_of(
        reading.post_holders.begin(), reading.post_holders.end(), [&](const PostHolder& other) {
          return other.holder.person && surname(names_of(other.holder, inputs_.document)) != surname(name);
        });
  }

  Confidence confidence_of(const LeadReading& reading) const {
    const bool denied = std::any_of(readings_.begin(), readings_.end(), [](const LeadReading& other) {
      return other.claim.kind == ClaimKind::absent;
    });
    if (rival_ != nullptr || denied || reading.claim.by_title) return Confidence::low;
    if (others_name_the_post_differently(reading)) return Confidence::low;
    if (!reading.claim.board_level && !reading.claim.own) return Confidence::low;
    const bool direct =
        reading.status() == LeadStatus::named && !reading.two_hops && reading.claim.board_level;
    const bool by_row = reading.two_hops && reading.post_holders.front().row;
    return direct || by_row ? Confidence::high : Confidence::medium;
  }

  Evidence quote(std::uint32_t sentence, const std::vector<std::uint32_t>& rules,
                 std::string note = {}) const {
    Finding finding;
    finding.sentence = sentence;
    finding.rules = rules;
    return evidence_of(finding, inputs_, std::move(note));
  }

  static bool holds(const std::vector<Evidence>& list, const Evidence& evidence) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Evidence& other) { return other.span == evidence.span; });
  }

  static void add_once(std::vector<Evidence>& list, Evidence evidence, std::size_t most) {
    if (!holds(list, evidence) && list.size() < most) list.push_back(std::move(evidence));
  }

  // The role, then what names or denies its holder, then one more place that says the same.
  void add_evidence(const LeadReading& reading) {
    for (const std::uint32_t sentence : reading.claim.sentences)
      add_once(draft_.evidence, quote(sentence, reading.claim.rules), most_evidence);
    if (reading.two_hops) {
      const PostHolder& found = reading.post_holders.front();
      add_once(draft_.evidence, quote(found.sentence, {found.holder.post->rule}), most_evidence);
    }
    for (const PostHolder& found : reading.post_holders)
      if (found.holder.presence == Presence::vacant)
        add_once(draft_.evidence, quote(found.sentence, {found.holder.post->rule}), most_evidence);
    for (const LeadReading& other : readings_)
      if (other.counts() && !other.claim.by_title && other.status() == reading.status())
        add_once(draft_.evidence, quote(other.claim.sentences.front(), other.claim.rules), most_evidence);
  }

  void add_clause(std::string id, bool met, std::string because, std::uint32_t sentence) {
    const Span span = sentence == none ? Span{} : quote(sentence, {}).span;
    draft_.clauses.push_back({std::move(id), met, std::move(because), span});
  }

  void add_clauses(const LeadReading& reading) {
    const Holder& holder = reading.claim.holder;
    const std::uint32_t here = reading.claim.sentences.front();
    const std::uint32_t there = reading.two_hops ? reading.post_holders.front().sentence : here;
    const std::string_view state = state_of(holder.presence);
    add_clause("role", true,
               reading.claim.by_title      ? "the title of a post says it"
               : reading.claim.board_level ? "a lead at board level is stated"
                                           : "a lead is stated",
               here);
    add_clause("post", holder.post.has_value(), holder.post ? post_of(reading) : "no post is given", here);
    add_clause("person", holder.person.has_value(),
               holder.person ? names_of(holder, inputs_.document) : "no name goes with the role", there);
    if (holder.person || !state.empty())
      add_clause("in post", state.empty(),
                 !state.empty()   ? std::string(state)
                 : holder.interim ? "for the time being (interim, acting)"
                                  : "nothing says otherwise",
                 there);
    if (reading.status() == LeadStatus::named)
      add_clause("level 3", true, "a person and the role", here);
    else if (holder.post)
      add_clause("level 2", true, "the role and a titled post", here);
    else
      add_clause("level 1", true, "the role without a holder", here);
    if (reading.status() != LeadStatus::named)
      add_clause("CAP-POST", true, "the question asks for a name", here);
  }

  void write_nobody() {
    const auto absent = std::find_if(readings_.begin(), readings_.end(), [](const LeadReading& reading) {
      return reading.claim.kind == ClaimKind::absent;
    });
    const auto bare = std::find_if(readings_.begin(), readings_.end(),
                                   [](const LeadReading& reading) { return reading.counts(); });
    draft_.answer.lead = LeadStatus::not_named;
    if (absent != readings_.end()) {
      add_clause("role", false, "the document says that there is none", absent->claim.sentences.front());
      add_clause("level -1", true, "stated absence", absent->claim.sentences.front());
      draft_.confidence = Confidence::high;
      draft_.reason = format("The document says that it has no lead for {} yet.", topic_);
    } else if (bare != readings_.end()) {
      const std::string_view state = state_of(bare->claim.holder.presence);
      add_clause("role", true, "a role is mentioned", bare->claim.sentences.front());
      add_clause("level 1", true, state.empty() ? "the role without a holder" : std::string(state),
                 bare->claim.sentences.front());
      draft_.confidence = state.empty() ? Confidence::low : Confidence::medium;
      draft_.reason = state.empty()
                          ? format("A lead for {} is mentioned, but neither post nor name is given.", topic_)
                          : format("Who leads for {} has not been settled: {}.", topic_, state);
    } else {
      add_clause("role", false, "no role is stated", none);
      add_clause("level 0", true, "nothing found", none);
      draft_.confidence = readings_.empty() ? Confidence::high : Confidence::medium;
      draft_.reason = format("No lead for {} is stated.", topic_);
    }
    if (!draft_.searched.unreadable_pages.empty()) draft_.confidence = Confidence::low;
  }

  void add_counter(Evidence evidence) {
    if (!holds(draft_.evidence, evidence)) add_once(draft_.counter, std::move(evidence), most_counter);
  }

  void add_claims_that_do_not_count() {
    if (rival_ != nullptr)
      draft_.counter.push_back(
          quote(rival_->claim.sentences.front(), rival_->claim.rules, "names another person for the role"));
    for (const LeadReading& reading : readings_) {
      std::string note = reading.why_not;
      if (note.empty() && reading.status() == LeadStatus::not_named) {
        const std::string_view state = state_of(reading.claim.holder.presence);
        note = state.empty() ? "a role without post or name" : format("no holder: {}", state);
      }
      if (!note.empty())
        add_counter(quote(reading.claim.sentences.front(), reading.claim.rules, std::move(note)));
    }
  }

  // People and bodies that are taken for the lead; those named together with the subject first.
  void add_near_misses() {
    for (const std::string& id : list_of(question_.settings, "counter_concepts")) {
      const std::uint32_t index = inputs_.rules.concept_index(id);
      std::size_t taken = 0;
      for (const bool with_subject : {true, false}) {
        for (const Mention& mention : inputs_.mentions) {
          if (inputs_.concept_of(mention) != index || taken == most_of_one_kind) continue;
          if (marker_.has(mention.sentence, LeadMark::subject) != with_subject) continue;
          if (inputs_.contexts[mention.sentence].position == Position::outside) continue;
          const std::size_t before = draft_.counter.size();
          add_counter(quote(mention.sentence, {mention.rule}, inputs_.rules.concepts[index].name));
          taken += draft_.counter.size() - before;
        }
      }
    }
  }

  std::vector<std::uint32_t> concepts_searched() const {
    std::vector<std::uint32_t> indices = concept_indices(question_.concepts, inputs_.rules);
    for (std::uint32_t i = 0; i < inputs_.rules.concepts.size(); ++i) {
      const std::string& id = inputs_.rules.concepts[i].id;
      if (id.starts_with("cue.lead.") || id.starts_with("cue.post.")) indices.push_back(i);
    }
    std::sort(indices.begin(), indices.end());
    return indices;
  }

  const Question& question_;
  const DraftInputs& inputs_;
  LeadMarker marker_;
  std::vector<LeadReading> readings_;
  const LeadReading* best_;
  const LeadReading* rival_;
  std::string topic_;
  Draft draft_;
};

}  // namespace

Draft draft_named_person(const Question& question, const DraftInputs& inputs) {
  if (const auto why = why_not_assessed(question, inputs)) return not_assessed(question, inputs, *why);
  return LeadDraft(question, inputs).write();
}

}  // namespace planmark

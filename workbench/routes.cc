#include "workbench/pages.h"
#include "workbench/route.h"

namespace planmark {
namespace {

constexpr Route table[] = {
    {"GET", "/", Access::signed_in, document_list_page},
    {"GET", "/sign-in", Access::everyone, sign_in_page},
    {"POST", "/sign-in", Access::everyone, sign_in},
    {"POST", "/sign-out", Access::signed_in, sign_out},
    {"GET", "/welcome/{link}", Access::everyone, welcome_page},
    {"POST", "/welcome/{link}", Access::everyone, welcome},
    {"GET", "/desk/{document}", Access::reviewer, desk_entry},
    {"GET", "/desk/{document}/list", Access::reviewer, document_page},
    {"POST", "/desk/{document}/comment", Access::reviewer, save_comment},
    {"GET", "/desk/{document}/{question}", Access::reviewer, desk_page},
    {"POST", "/desk/{document}/{question}", Access::reviewer, save_answer},
    {"GET", "/desk/{document}/{question}/page", Access::reviewer, page_part},
    {"POST", "/desk/{document}/{question}/redraft", Access::reviewer, redraft},
    {"GET", "/desk/{document}/{question}/quote", Access::reviewer, quote_at},
    {"GET", "/changes/{document}", Access::reviewer, changes_page, true},
    {"GET", "/questions", Access::reviewer, question_list_page},
    {"GET", "/question/{question}", Access::reviewer, question_page},
    {"GET", "/search", Access::reviewer, search_page},
    {"GET", "/record/{document}/{question}", Access::reviewer, record_page},
    {"GET", "/record", Access::coordinator, events_page},
    {"GET", "/progress", Access::coordinator, progress_page},
    {"POST", "/progress/assign", Access::coordinator, upload_assignments, true},
    {"POST", "/progress/spread", Access::coordinator, spread_assignments},
    {"POST", "/progress/second", Access::coordinator, pick_second_marks},
    {"POST", "/progress/sample", Access::coordinator, set_sample_form},
    {"GET", "/people", Access::coordinator, people_page},
    {"POST", "/people", Access::coordinator, add_person_form},
    {"POST", "/people/change", Access::coordinator, change_person_form},
    {"POST", "/people/link", Access::coordinator, make_link},
    {"POST", "/people/conflict", Access::coordinator, conflict_form},
    {"GET", "/disagreements", Access::adjudicator, disagreement_list_page},
    {"GET", "/adjudicate/{document}/{question}", Access::adjudicator, adjudicate_page},
    {"POST", "/adjudicate/{document}/{question}", Access::adjudicator, adjudicate},
    {"GET", "/agreement", Access::coordinator, agreement_page},
    {"GET", "/replies", Access::coordinator, reply_list_page},
    {"POST", "/replies/pack", Access::coordinator, send_pack},
    {"POST", "/replies/{pack}/reply", Access::coordinator, reply_form},
    {"POST", "/replies/{pack}/finish", Access::coordinator, finish_pack},
    {"GET", "/api/v1/me", Access::signed_in, api_me},
    {"GET", "/api/v1/documents", Access::signed_in, api_documents},
    {"GET", "/api/v1/documents/{document}/standing", Access::coordinator, api_standing},
    {"GET", "/api/v1/documents/{document}/answers/{question}", Access::reviewer, api_answer},
    {"POST", "/api/v1/documents/{document}/answers/{question}", Access::reviewer, save_answer},
    {"GET", "/api/v1/documents/{document}/answers/{question}/record", Access::reviewer, api_record},
    {"GET", "/page/{document}/{page}", Access::reviewer, page_image, true},
    {"GET", "/words/{document}/{page}", Access::reviewer, page_words},
    {"GET", "/static/{file}", Access::everyone, static_file},
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace planmark

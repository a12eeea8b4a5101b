// One page for the three services; the address says which. Requests that are tried go to this gateway, whatever
// address a description names.
const services = ["therapist", "booking", "notification"];
const asked = new URLSearchParams(location.search).get("service");
const service = services.includes(asked) ? asked : services[0];

document.querySelector(`a[href="/openapi?service=${service}"]`).setAttribute("aria-current", "page");

function throughThisGateway(answer) {
  if (!answer.ok || !answer.url.endsWith(`/openapi/${service}.json`)) return answer;
  const description = JSON.parse(answer.text);
  description.servers = [{ url: "/" }];
  answer.text = answer.data = JSON.stringify(description);
  answer.body = answer.obj = description;
  return answer;
}

SwaggerUIBundle({
  dom_id: "#api",
  url: `/openapi/${service}.json`,
  layout: "BaseLayout",
  presets: [SwaggerUIBundle.presets.apis],
  responseInterceptor: throughThisGateway,
  validatorUrl: null,
  deepLinking: true,
});

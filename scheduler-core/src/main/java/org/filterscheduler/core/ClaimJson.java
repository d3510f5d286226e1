package org.filterscheduler.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimState;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Limits;

/** The form of claims. */
final class ClaimJson {
  private ClaimJson() {}

  static Map<String, Object> write(Claim claim) {
    Map<String, Object> amounts = new LinkedHashMap<>();
    claim.limits().amounts().forEach((name, value) -> amounts.put(name, JsonOut.number(value)));
    return new JsonOut()
        .put("id", claim.id())
        .put("instance", claim.instanceUuid())
        .put("host", claim.host().host())
        .put("node", claim.host().node())
        .put("state", claim.state().name())
        .put("createdAt", claim.createdAt().toString())
        .put("expiresAt", claim.expiresAt().map(Object::toString).orElse(null))
        .putByClass("resources", claim.resources())
        .put("receipts", claim.receipts())
        .put("limits", amounts)
        .put("limitTexts", claim.limits().texts())
        .put("group", claim.groupId().orElse(null))
        .put("flavor", claim.flavorId().orElse(null))
        .putUnless(false, "forced", claim.forced())
        .map();
  }

  static Claim read(JsonFields fields) {
    HostKey host = ReportJson.readKey(fields);
    return Claim.builder(fields.text("id"), fields.text("instance"), host)
        .state(fields.oneOf("state", ClaimState.class))
        .createdAt(fields.instant("createdAt"))
        .expiresAt(fields.optionalInstant("expiresAt"))
        .resources(fields.wholesByClass("resources"))
        .receipts(fields.textsByName("receipts"))
        .limits(new Limits(fields.decimalsByName("limits"), fields.textsByName("limitTexts")))
        .groupId(fields.optionalText("group"))
        .flavorId(fields.optionalText("flavor"))
        .forced(fields.flag("forced", false))
        .build();
  }
}

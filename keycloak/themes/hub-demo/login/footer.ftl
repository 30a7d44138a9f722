<#macro content>
<section class="hub-accounts" aria-labelledby="hub-accounts-title">
  <h2 id="hub-accounts-title">Accounts of the demo</h2>
  <p>Everything here is invented. The password of each is <strong>demo</strong>.</p>
  <dl>
    <dt>coordinator</dt><dd>runs both panels</dd>
    <dt>chair</dt><dd>chairs both panels</dd>
    <dt>analyst</dt><dd>opens case files, asks for information</dd>
    <dt>spoc</dt><dd>case review board only</dd>
    <dt>police</dt><dd>has a seat on both</dd>
    <dt>police.other</dt><dd>same force, no seat</dd>
    <dt>socialcare</dt><dd>adult social care</dd>
    <dt>childrens</dt><dd>children's services</dd>
    <dt>yos</dt><dd>youth offending</dd>
    <dt>housing</dt><dd>council housing, refers</dd>
    <dt>housing.senior</dt><dd>decides on referrals</dd>
    <dt>mentalhealth</dt><dd>mental health trust</dd>
    <dt>fire</dt><dd>fire service</dd>
    <dt>idva</dt><dd>domestic abuse adviser</dd>
    <dt>probation</dt><dd>probation service</dd>
    <dt>victimsupport</dt><dd>victim support</dd>
    <dt>noise</dt><dd>noise team</dd>
    <dt>unsigned</dt><dd>a landlord that has not signed</dd>
    <dt>infolead</dt><dd>information governance</dd>
    <dt>admin</dt><dd>sets up, sees no case</dd>
    <dt>observer</dt><dd>watches a meeting</dd>
    <dt>hillside.coordinator</dt><dd>another partnership</dd>
    <dt>hillside.police</dt><dd>another partnership</dd>
  </dl>
</section>
</#macro>
